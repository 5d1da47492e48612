"""CV text and posting text in, match result out. Knows nothing of Azure, HTTP or Cosmos DB."""

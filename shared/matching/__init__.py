"""CV text and posting text in, match result out. Knows nothing of Azure, HTTP or Cosmos DB."""

from shared.matching.first import ENGINE_VERSION, Profile, Requirements, match, read_cv, read_posting

__all__ = ["ENGINE_VERSION", "Profile", "Requirements", "match", "read_cv", "read_posting"]

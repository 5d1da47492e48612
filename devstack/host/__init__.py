"""A small local Azure Functions host around Microsoft's worker library; see README.md."""

"""What the app does, free of HTTP and of triggers: plain async functions over a store and a queue."""

"""The handlers of the HTTP contract: parse the request, call the use case, shape the reply."""

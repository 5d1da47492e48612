"""The local stack: Azurite, a Cosmos DB server and a small Functions host. Never deployed."""

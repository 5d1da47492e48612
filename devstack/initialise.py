"""Creates what the app expects to find and is not there: the database, its container and the queues.

Works on every emulator; in Azure the templates under infra/ do it.
"""

import json
from pathlib import Path
from typing import Any

DEFINITION = Path(__file__).resolve().parents[1] / "infra" / "cosmos-container.json"
QUEUES = ("analysis-requests", "analysis-requests-poison")
_ANSWER_SECONDS = 10


def initialise(cosmos: str, storage: str) -> None:
    """By the two connection strings. Raises AzureError when a store does not do it."""
    # The SDKs take half a second to import, and not every command needs them.
    from azure.core.exceptions import ResourceExistsError
    from azure.cosmos import CosmosClient, PartitionKey
    from azure.storage.queue import QueueServiceClient

    definition = json.loads(DEFINITION.read_text(encoding="utf-8"))
    timeouts: dict[str, Any] = {"connection_timeout": _ANSWER_SECONDS, "read_timeout": _ANSWER_SECONDS}
    with CosmosClient.from_connection_string(cosmos, **timeouts) as client:
        database = client.create_database_if_not_exists(definition["databaseId"])
        container = definition["container"]
        key = container["partitionKey"]
        database.create_container_if_not_exists(
            container["id"],
            PartitionKey(path=key["paths"][0], kind=key["kind"], version=key["version"]),
            indexing_policy=container["indexingPolicy"],
        )
    with QueueServiceClient.from_connection_string(storage, **timeouts) as queues:
        for name in QUEUES:
            try:
                queues.create_queue(name)
            except ResourceExistsError:
                continue

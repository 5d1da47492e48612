"""Creates what the app expects to find: the database, its container and the queues. Idempotent."""

import json
import os
from pathlib import Path

from devstack.host.outputs import queue_client

ROOT = Path(__file__).resolve().parents[1]
DEFINITION = ROOT / "infra" / "cosmos-container.json"
STORAGE = "AzureWebJobsStorage"
QUEUES = ("analysis-requests", "analysis-requests-poison")


async def initialise(cosmos: str | None = None, storage: str | None = None) -> None:
    """By the given connection strings, or by the settings COSMOS and AzureWebJobsStorage."""
    from azure.core.exceptions import ResourceExistsError
    from azure.cosmos import PartitionKey
    from azure.cosmos.aio import CosmosClient

    definition = json.loads(DEFINITION.read_text(encoding="utf-8"))
    container = definition["container"]
    async with CosmosClient.from_connection_string(cosmos or os.environ["COSMOS"]) as client:
        database = await client.create_database_if_not_exists(definition["databaseId"])
        await database.create_container_if_not_exists(
            container["id"],
            partition_key=PartitionKey(path=container["partitionKey"]["paths"][0]),
            indexing_policy=container["indexingPolicy"],
        )
    for name in QUEUES:
        async with queue_client(storage or os.environ[STORAGE], name, base64=True) as queue:
            try:
                await queue.create_queue()
            except ResourceExistsError:
                continue

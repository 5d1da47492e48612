"""Direct access to the stores behind the app, with the real SDKs, as an operator would have."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from azure.cosmos import ContainerProxy, CosmosClient
from azure.storage.queue import QueueClient

from devstack.stack import Stack


@contextmanager
def container(stack: Stack) -> Iterator[ContainerProxy]:
    with CosmosClient.from_connection_string(stack.cosmos_connection) as client:
        # The client asks for the account in a thread of its own, and shares headers with it.
        for thread in threading.enumerate():
            if thread.name == "cosmos-endpoint-refresh":
                thread.join(timeout=5)
        yield client.get_database_client("cv-checker-db").get_container_client("cv-checker-data")


def queue(stack: Stack, name: str = "analysis-requests") -> QueueClient:
    return QueueClient.from_connection_string(stack.storage_connection, name)


def send(stack: Stack, message: Any, *, name: str = "analysis-requests") -> None:
    """A dict goes as base64 JSON, as the app sends it; text as it is."""
    if not isinstance(message, str):
        message = base64.b64encode(json.dumps(message).encode()).decode()
    with queue(stack, name) as client:
        client.send_message(message)


def request_for(accepted: dict[str, Any], user: str) -> dict[str, Any]:
    return {
        "version": 1,
        "kind": "analyse",
        "userId": user,
        "analysisId": accepted["analysisId"],
        "cvId": accepted["cvId"],
        "jobId": accepted["jobId"],
    }


def waiting(stack: Stack, name: str = "analysis-requests") -> int:
    """Messages that nobody took yet; those in flight or with a delay do not count."""
    with queue(stack, name) as client:
        return len(client.peek_messages(max_messages=32))

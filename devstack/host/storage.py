"""Queue clients of the host: raw message text, and requests that end within seconds."""

import contextlib

from azure.core.exceptions import AzureError, ResourceExistsError, ResourceNotFoundError
from azure.storage.queue import TextBase64EncodePolicy
from azure.storage.queue.aio import QueueClient

DEVELOPMENT_STORAGE = (
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
)
"""What ``UseDevelopmentStorage=true`` stands for: the emulator's documented account, whose key is public."""

CONNECT_SECONDS = 2.0
READ_SECONDS = 3.0

STORAGE_ERRORS = (AzureError, OSError, TimeoutError)
"""What an async client may raise when the storage is away, refuses or does not answer."""


def queue_client(connection_string: str, name: str, *, base64: bool) -> QueueClient:
    """``base64``: ``send_message`` encodes; received text is never decoded. Retries are the callers'.

    Raises ValueError for a text that is not a connection string.
    """
    if connection_string.strip().rstrip(";").lower() == "usedevelopmentstorage=true":
        connection_string = DEVELOPMENT_STORAGE
    return QueueClient.from_connection_string(
        connection_string,
        name,
        message_encode_policy=TextBase64EncodePolicy() if base64 else None,
        retry_total=0,
        connection_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
    )


async def send_and_create(queue: QueueClient, text: str) -> None:
    """Sends a message and creates the queue first if there is none. Raises STORAGE_ERRORS."""
    try:
        await queue.send_message(text)
    except ResourceNotFoundError:
        with contextlib.suppress(ResourceExistsError):  # another sender was quicker
            await queue.create_queue()
        await queue.send_message(text)

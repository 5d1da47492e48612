"""Queue functions that do what their message says and note what they were given."""

import asyncio
import json
import os
from pathlib import Path

import azure.functions as func

app = func.FunctionApp()
EVENTS = Path(os.environ["EVENTS"])


def happened(**event: object) -> None:
    with EVENTS.open("a") as file:
        file.write(json.dumps(event) + "\n")


def describe(message: func.QueueMessage) -> dict[str, object]:
    return {
        "id": message.id,
        "deliveries": message.dequeue_count,
        "receipt": message.pop_receipt,
        "inserted": str(message.insertion_time),
        "expires": str(message.expiration_time),
        "next": str(message.time_next_visible),
    }


@app.queue_trigger(arg_name="message", queue_name="%WORK_QUEUE%", connection="AzureWebJobsStorage")
async def work(message: func.QueueMessage) -> None:
    order = message.get_json()
    happened(function="work", phase="started", order=order, **describe(message))
    await asyncio.sleep(order.get("seconds", 0))
    if order.get("fail") and message.dequeue_count <= order["fail"]:
        raise RuntimeError("told to fail")
    happened(function="work", phase="ended", order=order, **describe(message))


@app.queue_trigger(arg_name="message", queue_name="%WORK_QUEUE%-poison", connection="")
async def bury(message: func.QueueMessage) -> None:
    happened(function="bury", body=message.get_body().decode(), **describe(message))
    if b"unburiable" in message.get_body():
        raise RuntimeError("cannot bury this")


@app.queue_trigger(
    arg_name="message", queue_name="binary-work", connection="AzureWebJobsStorage", data_type="BINARY"
)
@app.queue_output(arg_name="$return", queue_name="binary-done", connection="AzureWebJobsStorage")
def binary(message: func.QueueMessage) -> str:
    return message.get_body().hex()

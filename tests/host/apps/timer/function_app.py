"""Timers: every second, on start, every 300 ms with runs that take longer."""

import asyncio
import json
import os
import time
from pathlib import Path

import azure.functions as func

app = func.FunctionApp()
EVENTS = Path(os.environ["EVENTS"])


def happened(**event: object) -> None:
    with EVENTS.open("a") as file:
        file.write(json.dumps({"at": time.time(), **event}) + "\n")


@app.timer_trigger(arg_name="timer", schedule="%TICK%", use_monitor=False)
async def tick(timer: func.TimerRequest) -> None:
    happened(timer="tick", past_due=timer.past_due, status=timer.schedule_status)


@app.timer_trigger(arg_name="timer", schedule="0 0 0 1 1 *", run_on_startup=True)
def at_start(timer: func.TimerRequest) -> None:
    happened(timer="at_start", status=timer.schedule_status)


@app.timer_trigger(arg_name="timer", schedule="00:00:00.300")
async def slow(timer: func.TimerRequest) -> None:
    happened(timer="slow", phase="started", past_due=timer.past_due)
    await asyncio.sleep(1.6)
    happened(timer="slow", phase="ended")

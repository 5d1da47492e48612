"""Microsoft's worker library, run in process: it indexes ``function_app.py`` and calls its functions."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devstack.host.config import ConfigError
from devstack.host.logs import Invocation, current_invocation
from devstack.host.protos import Message, ParameterBinding, Protos, StatusResult, TypedData
from devstack.host.schemas import check_metadata

CANCEL_SECONDS = 1.0
"""What a function that ran out of time gets to clean up."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the app, as the worker reports it."""

    name: str
    id: str
    trigger: Mapping[str, Any]
    outputs: tuple[Mapping[str, Any], ...]

    def where(self, binding: Mapping[str, Any]) -> str:
        """How an error message names one of the function's bindings."""
        return f"function {self.name}, binding {binding['name']} ({binding['type']})"


@dataclass(frozen=True, slots=True)
class TraceContext:
    """W3C trace context."""

    parent: str
    state: str = ""


class InvocationFailed(Exception):
    """The function raised or ran too long, or an output binding failed; the text says what and why."""


class Worker:
    """One app. The worker library keeps its state in module globals, hence one app a process.

    ``time_limit``: seconds that one call of a function may take; None: no limit.
    """

    def __init__(self, app_dir: Path, time_limit: float | None) -> None:
        self._app_dir = app_dir
        self._time_limit = time_limit

    async def index(self) -> list[Function]:
        """Imports the app and returns its functions.

        Raises ConfigError for an app that does not load, or that this host cannot run as documented; the
        message names each function and binding.
        """
        sys.path.insert(0, str(self._app_dir))
        os.chdir(self._app_dir)
        import azure_functions_runtime as runtime

        self._runtime = runtime
        runtime.start_threadpool_executor()
        init = Message(capabilities={}, function_app_directory=str(self._app_dir))
        answer = await runtime.worker_init_request(_request(worker_init_request=init))
        if answer.result.status != StatusResult.Success:
            error = answer.result.exception
            raise ConfigError(f"the app does not load: {error.message}\n{error.stack_trace}".rstrip())
        metadata = await runtime.functions_metadata_request(_request())
        reported = metadata.function_metadata_results
        if not reported:
            raise ConfigError(f"{self._app_dir} has no function_app.py with functions in it")
        problems = [problem for one in reported for problem in check_metadata(one.name, one.raw_bindings)]
        problems += [
            f"function {one.name}: the local host does not support retry policies"
            for one in reported
            if one.retry_options
        ]
        if problems:
            raise ConfigError("\n".join(problems))
        return [_function(one) for one in reported]

    async def call(
        self,
        function: Function,
        invocation: Invocation,
        data: TypedData,
        metadata: Mapping[str, TypedData],
        trace: TraceContext,
    ) -> Message:
        """Converts the input, calls the function and converts its outputs. Raises InvocationFailed."""
        request = _request(
            invocation_request=Message(
                invocation_id=invocation.id,
                function_id=function.id,
                input_data=[ParameterBinding(name=function.trigger["name"], data=data)],
                trigger_metadata=dict(metadata),
                trace_context=Message(trace_parent=trace.parent, trace_state=trace.state, attributes={}),
                retry_context=Message(retry_count=0, max_retry_count=0, exception=None),
            )
        )
        task = asyncio.create_task(self._call(invocation, request), name=invocation.id)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._time_limit)
            if not done:
                # The real host ends the worker process instead, and with it whatever else runs in it.
                task.cancel()
                await asyncio.wait({task}, timeout=CANCEL_SECONDS)
                limit = f"{self._time_limit:.0f} s"
                raise InvocationFailed(
                    f"Timeout value of {limit} exceeded by function: Functions.{function.name}"
                )
        finally:
            task.cancel()
        if task.cancelled():
            raise InvocationFailed("the function cancelled itself")
        response = task.result()
        if response.result.status != StatusResult.Success:
            error = response.result.exception
            raise InvocationFailed(f"Result: Failure\nException: {error.message}\nStack: {error.stack_trace}")
        return response

    async def _call(self, invocation: Invocation, request: Message) -> Message:
        current_invocation.set(invocation)
        try:
            response: Message = await self._runtime.invocation_request(request)
            return response
        except (SystemExit, KeyboardInterrupt) as error:
            # The worker passes these on, and they would end the host's event loop.
            raise InvocationFailed(f"the function raised {type(error).__name__}") from None


def _function(reported: Message) -> Function:
    bindings = [json.loads(raw) for raw in reported.raw_bindings]
    return Function(
        reported.name,
        reported.function_id,
        next(one for one in bindings if one["type"].endswith("Trigger")),
        tuple(one for one in bindings if one["direction"].lower() == "out"),
    )


def _request(**parts: Any) -> Message:
    return Message(request=Message(**parts), properties={"host": "127.0.0.1", "protos": Protos})

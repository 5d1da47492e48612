"""The worker library, run in process: indexes the app and invokes its functions."""

import asyncio
import contextvars
import json
import logging
import os
import sys
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devstack.host.config import ConfigError
from devstack.host.logs import current_invocation
from devstack.host.protos import Message, ParameterBinding, Protos, StatusResult, TypedData
from devstack.host.schemas import check_metadata

_log = logging.getLogger("host")


class InvocationFailed(Exception):
    """The function raised, ran too long, or one of its output bindings failed."""


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    id: str
    trigger: dict[str, Any]
    outputs: tuple[dict[str, Any], ...]


class Worker:
    """One app, indexed; every invocation runs on the host's event loop."""

    def __init__(self, app_dir: Path, function_timeout: float) -> None:
        self._app_dir = app_dir
        self._timeout = function_timeout

    async def index(self) -> list[Function]:
        """Raises ConfigError for an app that does not load or that this host cannot run."""
        sys.path.insert(0, str(self._app_dir))
        os.chdir(self._app_dir)
        from azure_functions_runtime import handle_event

        self._handle = handle_event
        init = Message(capabilities={}, function_app_directory=str(self._app_dir))
        answer = await handle_event.worker_init_request(_request(worker_init_request=init))
        if answer.result.status != StatusResult.Success:
            raise ConfigError(f"the app does not load: {answer.result.exception.message}")
        metadata = await handle_event.functions_metadata_request(_request())
        functions, problems = [], []
        for one in metadata.function_metadata_results or ():
            problems += check_metadata(one.name, one.raw_bindings)
            if one.retry_options:
                problems.append(f"function {one.name}: the local host does not support retry policies")
            bindings = [json.loads(raw) for raw in one.raw_bindings]
            functions.append(
                Function(
                    one.name,
                    one.function_id,
                    next((each for each in bindings if each["type"].endswith("Trigger")), {}),
                    tuple(each for each in bindings if str(each["direction"]).lower() == "out"),
                )
            )
        if problems:
            raise ConfigError("; ".join(problems))
        if not functions:
            raise ConfigError("the app has no functions")
        return functions

    async def invoke(
        self,
        function: Function,
        data: TypedData,
        *,
        metadata: Mapping[str, TypedData] | None = None,
        traceparent: str | None = None,
    ) -> Message:
        """The invocation's response. Raises InvocationFailed; the reason was logged then."""
        invocation_id = str(uuid.uuid4())
        trace = traceparent or f"00-{uuid.uuid4().hex}-{uuid.uuid4().hex[:16]}-00"
        request = _request(
            invocation_request=Message(
                invocation_id=invocation_id,
                function_id=function.id,
                input_data=[ParameterBinding(name=function.trigger["name"], data=data)],
                trigger_metadata=dict(metadata or {}),
                trace_context=Message(trace_parent=trace, trace_state="", attributes={}),
                retry_context=Message(retry_count=0, max_retry_count=0, exception=None),
            )
        )
        context = contextvars.copy_context()
        context.run(current_invocation.set, f"{function.name} {invocation_id[:8]}")
        task = asyncio.create_task(self._handle.invocation_request(request), context=context)
        started = time.perf_counter()
        try:
            async with asyncio.timeout(self._timeout):
                response: Message = await task
        except TimeoutError:
            # The real host ends the worker process here; this one cancels the invocation.
            _log.error("Timeout value of %.0f s exceeded by 'Functions.%s'", self._timeout, function.name)
            raise InvocationFailed("timeout") from None
        duration = (time.perf_counter() - started) * 1000
        if response.result.status != StatusResult.Success:
            error = response.result.exception
            _log.error(
                "Executed 'Functions.%s' (Failed, Id=%s, Duration=%.0fms)\n%s\n%s",
                function.name,
                invocation_id,
                duration,
                error.message,
                error.stack_trace,
            )
            raise InvocationFailed(function.name)
        _log.debug(
            "Executed 'Functions.%s' (Succeeded, Id=%s, Duration=%.0fms)",
            function.name,
            invocation_id,
            duration,
        )
        return response


def _request(**parts: Any) -> Message:
    return Message(request=Message(**parts), properties={"host": "127.0.0.1", "protos": Protos})

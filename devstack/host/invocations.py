"""One invocation from start to end: its log lines, the function, its output bindings."""

import logging
import secrets
import time
import uuid
from collections.abc import Mapping

from devstack.host.logs import Invocation, running
from devstack.host.outputs import Outputs
from devstack.host.protos import Message, TypedData
from devstack.host.worker import Function, InvocationFailed, TraceContext, Worker


class Invoker:
    def __init__(self, worker: Worker, outputs: Outputs) -> None:
        self._worker = worker
        self._outputs = outputs

    async def invoke(
        self,
        function: Function,
        data: TypedData,
        reason: str,
        *,
        metadata: Mapping[str, TypedData] | None = None,
        trace: TraceContext | None = None,
    ) -> Message:
        """The worker's response, after its outputs were written. Raises InvocationFailed, logged."""
        invocation = Invocation(str(uuid.uuid4()), function.name)
        log = logging.getLogger(f"Function.{function.name}")
        log.info("Executing 'Functions.%s' (Reason='%s', Id=%s)", function.name, reason, invocation.id)
        started = time.perf_counter()
        running[invocation.id] = invocation
        outcome, details = "Failed", "the host stopped before it ended"
        try:
            response = await self._worker.call(
                function, invocation, data, metadata or {}, trace or new_trace()
            )
            await self._outputs.write(function, response)
            outcome = "Succeeded"
        except InvocationFailed as error:
            details = str(error)
            raise
        finally:
            del running[invocation.id]
            log.log(
                logging.INFO if outcome == "Succeeded" else logging.ERROR,
                "Executed 'Functions.%s' (%s, Id=%s, Duration=%.0fms)%s",
                function.name,
                outcome,
                invocation.id,
                (time.perf_counter() - started) * 1000,
                "" if outcome == "Succeeded" else f"\n{details}",
            )
        return response


def new_trace(parent: str | None = None, state: str = "") -> TraceContext:
    """A new span in the caller's trace, as the real host makes; a new trace without a valid parent."""
    parts = (parent or "").split("-")
    if len(parts) >= 4 and [len(part) for part in parts[:4]] == [2, 32, 16, 2]:
        return TraceContext(f"00-{parts[1]}-{secrets.token_hex(8)}-{parts[3]}", state)
    return TraceContext(f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-00")

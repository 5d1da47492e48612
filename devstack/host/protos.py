"""Stand-ins for the protobuf messages that the worker library exchanges with its host.

The worker runs in the same process, so a message needs no wire format: it is its fields. Names and numbers
follow FunctionRpc.proto of azure-functions-language-worker-protobuf.
"""

from types import SimpleNamespace
from typing import Any


class Message(SimpleNamespace):
    """A message; a field that was not given reads as None."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return None


class TypedData(Message):
    """One value under the name of its kind: string, bytes, json, http, int, double. No field: no value."""

    def __getattr__(self, name: str) -> Any:
        # The worker first looks for a nested ``TypedData`` and takes AttributeError for "this is one".
        if name == "TypedData":
            raise AttributeError(name)
        return super().__getattr__(name)

    def WhichOneof(self, _: str) -> str | None:  # noqa: N802 - protobuf's name
        return next(iter(vars(self)), None)


class ParameterBinding(Message):
    def WhichOneof(self, _: str) -> str:  # noqa: N802 - protobuf's name
        return "data"


class StatusResult(Message):
    Failure, Success, Cancelled = 0, 1, 2


class BindingInfo(Message):
    out, inout, undefined = 1, 2, 0


class SameSite:
    """The enum of RpcHttpCookie; its member for "not given" is called None, hence setattr below."""

    Lax, Strict, ExplicitNone = 1, 2, 3


setattr(SameSite, "None", 0)
setattr(BindingInfo, "in", 0)


class RpcHttpCookie(Message):
    SameSite = SameSite


class Protos:
    """What the worker is given as its ``protos`` module."""

    TypedData = TypedData
    ParameterBinding = ParameterBinding
    StatusResult = StatusResult
    BindingInfo = BindingInfo
    RpcHttp = Message
    RpcHttpCookie = RpcHttpCookie
    RpcException = Message
    RpcFunctionMetadata = Message
    RpcRetryOptions = Message
    WorkerInitResponse = Message
    WorkerMetadata = Message
    FunctionMetadataResponse = Message
    InvocationResponse = Message
    NullableString = Message
    NullableBool = Message
    NullableDouble = Message
    NullableTimestamp = Message
    Timestamp = Message

"""Stand-ins for the protobuf messages that the worker library exchanges with its host."""

from types import SimpleNamespace
from typing import Any


class Message(SimpleNamespace):
    """A message is its fields; a field that was not given is None."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return None


class TypedData(Message):
    """A value with its kind: string, bytes, json, http, int, double or a collection."""

    def __getattr__(self, name: str) -> Any:
        if name == "TypedData":  # the worker asks whether it was given the message itself
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
    """``in`` is a keyword in Python, hence setattr below."""

    out, inout, undefined = 1, 2, -1


setattr(BindingInfo, "in", 0)


class RpcHttpCookie(Message):
    class SameSite:
        Lax, Strict, ExplicitNone = "Lax", "Strict", "None"


setattr(RpcHttpCookie.SameSite, "None", None)


class Protos:
    """What the worker finds under ``protos``."""

    TypedData = TypedData
    ParameterBinding = ParameterBinding
    StatusResult = StatusResult
    BindingInfo = BindingInfo
    RpcHttpCookie = RpcHttpCookie
    RpcHttp = Message
    RpcException = Message
    RpcFunctionMetadata = Message
    RpcRetryOptions = Message
    WorkerInitResponse = Message
    WorkerMetadata = Message
    FunctionMetadataResponse = Message
    FunctionLoadResponse = Message
    FunctionEnvironmentReloadResponse = Message
    InvocationResponse = Message
    NullableString = Message
    NullableBool = Message
    NullableDouble = Message
    NullableTimestamp = Message

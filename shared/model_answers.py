"""Bounds on what the model's server may send: it is another's, and a CV's reader must not fall with it."""

from collections.abc import AsyncIterator

import httpx2

MAX_ANSWER_BYTES = 4 * 2**20
"""Some forty times the longest answer that is asked for."""


async def bound(response: httpx2.Response) -> None:
    """Ends an answer that is longer, or compressed although none was asked for: a small one may unpack to any
    size."""
    if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise httpx2.DecodingError("compressed", request=response.request)
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    response.stream = _Bounded(response.stream)


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > MAX_ANSWER_BYTES:
                raise httpx2.ReadError("too long an answer")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()

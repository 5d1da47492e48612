"""A small model at the wire: answers ``POST /v1/chat/completions`` as the real API does, well or badly.

In a test: ``async with WireModel("good") as wire: …  wire.base_url, wire.requests``. As a process:
``python -m tests.wire_model --port N --behaviour NAME``, then ``POST /behaviour``, ``GET /requests``.
"""

from tests.wire_model.server import BEHAVIOURS, WireModel

__all__ = ["BEHAVIOURS", "WireModel"]

"""Deterministic document ids: the same content of the same user is the same document.

UUIDs of version 5 (RFC 9562) over the user id, so that ids of two users never meet and reveal nothing.
"""

import hashlib
import uuid
from typing import Literal

from shared.matching import ENGINE_VERSION

type TextKind = Literal["cv", "job"]

_LINEAGE = 3
"""So often may a thing be deleted under a run and asked for again while its tombstones stand."""

_NAMESPACE = uuid.UUID("7d0f5c0e-9f0a-5d0e-8c55-3f1c1c7a6b20")


def content_hash(text: str) -> str:
    """SHA-256 of the UTF-8 text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _named(prefix: str, *parts: str) -> str:
    return f"{prefix}-{uuid.uuid5(_NAMESPACE, '\n'.join((prefix, *parts)))}"


def text_id(kind: TextKind, user_id: str, digest: str) -> str:
    return _named(kind, user_id, digest)


def analysis_id(user_id: str, cv: str, job: str, version: str = ENGINE_VERSION) -> str:
    """Changes with the engine's version: a better engine deserves a new analysis."""
    return _named("analysis", user_id, cv, job, version)


def lineage(first: str) -> list[str]:
    """The id, and those that take its place in turn where a tombstone stands: the same for all who ask."""
    ids = [first]
    while len(ids) < _LINEAGE:
        ids.append(successor(ids[-1]))
    return ids


def successor(identifier: str) -> str:
    return _named(identifier.partition("-")[0], identifier)


def fresh_id(prefix: str) -> str:
    """A random id: for a forced re-run, and where tombstones stand on a whole lineage."""
    return f"{prefix}-{uuid.uuid4()}"

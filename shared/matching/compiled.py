"""Tables as they lie in memory, in files beside the bytecode: to load one takes a fifth of the time that it
takes to read its text, which is two seconds of a process's first match."""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from shared.matching.tables import kept

_DIGEST = 16
"""Bytes."""


def compiled[Table](name: str, make: Callable[[], Table]) -> Table:
    """What ``make`` makes of the text and the modules of this package, or made of the same ones before.

    The file is this package's own, as its bytecode is: whoever could change it could change the code. Where
    none can be written, nothing is kept; a damaged one is not loaded.
    """
    file = folder() / f"{name}.{sys.implementation.cache_tag}-{_made_of()}.pickle"
    with kept():
        table: Table | None = _load(file)
        if table is None:
            table = make()
            if not sys.dont_write_bytecode:
                _write(file, table)
        return table


def folder() -> Path:
    """Where the interpreter keeps the bytecode of this package."""
    return Path(cache_from_source(__file__)).parent


@cache
def _made_of() -> str:
    """The digest of all modules and data of this package, wherever they were copied to."""
    here = Path(__file__).parent
    digest = blake2b(digest_size=_DIGEST)
    for file in sorted([*here.glob("*.py"), *here.glob("data/*.txt")]):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _load(file: Path) -> Any:
    try:
        content = memoryview(file.read_bytes())
    except OSError:
        return None
    digest, table = content[:_DIGEST], content[_DIGEST:]
    if blake2b(table, digest_size=_DIGEST).digest() != digest:
        return None
    return pickle.loads(table)  # noqa: S301 - our own


def _write(file: Path, table: object) -> None:
    content = pickle.dumps(table, pickle.HIGHEST_PROTOCOL)
    begun = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        begun.write_bytes(blake2b(content, digest_size=_DIGEST).digest() + content)
        begun.replace(file)  # whole or not at all, whoever else writes it
        for other in file.parent.glob(f"{file.name.partition('-')[0]}-*.pickle"):
            if other != file:
                other.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            begun.unlink(missing_ok=True)

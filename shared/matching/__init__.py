"""CV text and posting text in, match result out. Knows nothing of Azure, HTTP or Cosmos DB.

Names are loaded when they are first used: whoever needs the version alone pays for no engine.
"""

from typing import TYPE_CHECKING, Any

from shared.matching.version import ENGINE_VERSION

if TYPE_CHECKING:
    from shared.matching.engine import keep_tables, load_tables, match, read_cv
    from shared.matching.profile import Profile
    from shared.matching.requirements import Requirements, read_posting
    from shared.matching.result import MatchResult

__all__ = [
    "ENGINE_VERSION",
    "MatchResult",
    "Profile",
    "Requirements",
    "keep_tables",
    "load_tables",
    "match",
    "read_cv",
    "read_posting",
]

_HOMES = {
    "keep_tables": "engine",
    "load_tables": "engine",
    "match": "engine",
    "read_cv": "engine",
    "Profile": "profile",
    "Requirements": "requirements",
    "read_posting": "requirements",
    "MatchResult": "result",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import gc
    from importlib import import_module

    # Nothing that an import makes is garbage; looking for some takes a twentieth of its time.
    collects = gc.isenabled()
    gc.disable()
    try:
        value = getattr(import_module(f"{__name__}.{home}"), name)
    finally:
        if collects:
            gc.enable()
    globals()[name] = value
    return value

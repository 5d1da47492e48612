"""Limits that a process sets on itself before it opens somebody else's file."""

import contextlib

MEMORY_BYTES = 190 * 1024 * 1024
"""Address space in all; the interpreter with its libraries takes some 30 MB of it."""
CPU_SECONDS = 4


def limit_this_process() -> None:
    """Bounds memory and CPU time, and takes away writing files, core dumps and child processes.

    Where the system has no such limits (Windows, in part macOS) the parent's time-out remains.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, value in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))

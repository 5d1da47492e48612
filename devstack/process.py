"""Child processes that cannot outlive this one, each with a log file and a line that says it is ready."""

import contextlib
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

_GUARD = "trap '' HUP INT QUIT TERM; read -r line; kill -s KILL 0"
_TAIL_LINES = 20


class ProcessError(Exception):
    """A process could not be started, or ended before it was ready; the message says why."""


class ProcessGroup:
    """A process group that is killed when this process ends, however it ends.

    Its leader is a shell that reads from a pipe whose other end only this process holds: the kernel closes
    it even after SIGKILL, and the shell then kills its group, itself included. Unlike Linux's parent-death
    signal it works on macOS too, reaches grandchildren, and does not hang on the thread that started a child.
    Ctrl-C in a terminal reaches this process and not the group.
    """

    def __init__(self, keep_open: Sequence[int] = ()) -> None:
        """``keep_open``: file descriptors that stay open until the last member was killed."""
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", _GUARD],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
            pass_fds=tuple(keep_open),
        )

    @property
    def id(self) -> int:
        return self._guard.pid

    def close(self) -> None:
        """Kills what is left of the group."""
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        self._guard.wait()


class ChildProcess:
    """A running program. What it prints goes to its log file and, with ``echo``, to stderr as well."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        ready_line: str,
        group: ProcessGroup,
        cwd: Path,
        env: Mapping[str, str],
        log: Path,
        echo: bool = False,
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        """``ready_line``: a part of the line that it prints once it serves. Raises ProcessError."""
        self.name = name
        self.log = log
        self.tail: deque[str] = deque(maxlen=_TAIL_LINES)
        self._ready_line = ready_line.encode()
        self._is_ready = False
        self._ready_or_ended = threading.Event()
        self._on_end = on_end
        try:
            self._popen = subprocess.Popen(
                list(command),
                cwd=cwd,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                process_group=group.id,
            )
        except OSError as error:
            raise ProcessError(f"{name} cannot be started: {error.strerror} ({command[0]})") from error
        threading.Thread(target=self._follow, args=(echo,), name=f"log of {name}", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def running(self) -> bool:
        return self._popen.poll() is None

    def wait_ready(self, timeout: float) -> None:
        """Seconds. Raises ProcessError with the last lines that it printed."""
        self._ready_or_ended.wait(timeout)
        if self._is_ready:
            return
        what = f"was not ready within {timeout:.0f} s" if self.running else self.how_it_ended()
        raise ProcessError("\n".join([f"{self.name} {what}. The end of its log, {self.log}:", *self.tail]))

    def send(self, number: int) -> None:
        """Sends a signal; after SIGKILL it is gone when this returns."""
        self._popen.send_signal(number)
        if number == signal.SIGKILL:
            self._popen.wait()

    def terminate(self) -> None:
        """Asks it to end; also when it is frozen."""
        self._popen.terminate()
        self._popen.send_signal(signal.SIGCONT)

    def wait_or_kill(self, timeout: float) -> None:
        """Gives it so many seconds to end by itself."""
        try:
            self._popen.wait(timeout)
        except subprocess.TimeoutExpired:
            self.send(signal.SIGKILL)

    def how_it_ended(self) -> str:
        code = self._popen.returncode
        if code is not None and code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended by itself with exit code {code}"

    def _follow(self, echo: bool) -> None:
        assert self._popen.stdout is not None
        try:
            with self.log.open("ab", buffering=0) as log, self._popen.stdout as lines:
                for line in lines:
                    self.tail.append(line.decode(errors="replace").rstrip())
                    _write(log, line)
                    if echo:
                        echo = _write(sys.stderr.buffer, line)
                    if not self._is_ready and self._ready_line in line:
                        self._is_ready = True
                        self._ready_or_ended.set()
        finally:
            self._popen.wait()
            self._ready_or_ended.set()
            self._on_end()


def _write(stream: IO[bytes], line: bytes) -> bool:
    """A full disk or a closed terminal must not stop the reading: the child would block on its next line."""
    with contextlib.suppress(OSError, ValueError):
        stream.write(line)
        stream.flush()
        return True
    return False

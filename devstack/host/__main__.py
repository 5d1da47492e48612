"""``python -m devstack.host --app-dir . --port 7071``: runs the app until SIGTERM or Ctrl-C."""

import argparse
import asyncio
import atexit
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Any

from aiohttp import web

from devstack.host.config import ConfigError, load_host_config, load_local_settings
from devstack.host.invocations import Invoker
from devstack.host.logs import set_up_logging
from devstack.host.outputs import Outputs
from devstack.host.queues import QueueListener
from devstack.host.timers import Timer
from devstack.host.web import HttpFrontend
from devstack.host.worker import Worker

GRACE_SECONDS = 5.0
"""What runs gets so long to end after SIGTERM."""
DEFAULT_PORT = 7071

_log = logging.getLogger("Host")


async def serve(app_dir: Path, host: str, port: int | None) -> int:
    """The exit code. Raises ConfigError for an app that this host cannot run."""
    local = load_local_settings(app_dir)
    config = load_host_config(app_dir)
    set_up_logging(config.log_levels, debug=_is_set("PYTHON_ENABLE_DEBUG_LOGGING"))
    wanted = next(one for one in (port, local.port, DEFAULT_PORT) if one is not None)
    listening = _bind(host, wanted)
    address = f"{host}:{listening.getsockname()[1]}"
    os.environ.setdefault("AZURE_FUNCTIONS_ENVIRONMENT", "Development")
    os.environ.setdefault("WEBSITE_HOSTNAME", address)
    if os.environ.get("WEBSITE_TIME_ZONE"):
        raise ConfigError("the local host does not support WEBSITE_TIME_ZONE; timers run in UTC")

    worker = Worker(app_dir, config.function_timeout)
    functions = await worker.index()

    def triggered_by(kind: str) -> list[Any]:
        return [one for one in functions if one.trigger["type"] == kind]

    outputs = Outputs(functions, base64=config.queues.base64)
    invoker = Invoker(worker, outputs)
    frontend = HttpFrontend(triggered_by("httpTrigger"), invoker, config.http, local)
    listeners = [QueueListener(one, invoker, config.queues) for one in triggered_by("queueTrigger")]
    timers = [Timer(one, invoker) for one in triggered_by("timerTrigger")]

    stop = _on_signal(asyncio.get_running_loop())
    polling = [asyncio.create_task(one.run()) for one in listeners]
    ticking = [asyncio.create_task(one.run()) for one in timers]
    runner, site = await _serve_http(frontend, listening)
    print(f"host ready: http://{address}", flush=True)

    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({stopping, *polling, *ticking}, return_when=asyncio.FIRST_COMPLETED)
    broken = [task for task in (*polling, *ticking) if task.done()]
    for task in broken:
        _log.critical("A trigger's listener ended by itself; the host stops", exc_info=task.exception())

    await site.stop()
    stopping.cancel()
    for task in ticking:
        task.cancel()
    for listener in listeners:
        listener.stop(GRACE_SECONDS)
    await asyncio.gather(frontend.drain(GRACE_SECONDS), *polling, *ticking, return_exceptions=True)
    await runner.cleanup()
    for listener in listeners:
        await listener.close()
    await outputs.close()
    return 1 if broken else 0


async def _serve_http(frontend: HttpFrontend, listening: socket.socket) -> tuple[web.AppRunner, web.SockSite]:
    # What aiohttp has to say is about requests that are not HTTP, and quotes them.
    silent = logging.getLogger("aiohttp.server")
    silent.disabled = True
    runner = web.AppRunner(
        frontend.application(),
        access_log=None,
        logger=silent,
        shutdown_timeout=1.0,
        auto_decompress=False,  # the real host hands a compressed body over as it came
    )
    await runner.setup()
    site = web.SockSite(runner, listening)
    await site.start()
    return runner, site


def _on_signal(loop: asyncio.AbstractEventLoop) -> asyncio.Event:
    """Set by SIGTERM or SIGINT. The handlers outlive the loop: a second signal does not cut the end short."""
    stop = asyncio.Event()

    def handle(_number: int, _frame: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed already
            loop.call_soon_threadsafe(stop.set)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, handle)
    return stop


def _bind(host: str, port: int) -> socket.socket:
    """A bound socket that does not listen yet. Raises ConfigError for a busy port."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
    except OSError as error:
        listening.close()
        raise ConfigError(
            f"port {port} on {host} cannot be used ({error.strerror}); choose another with --port"
        ) from None
    return listening


def _is_set(setting: str) -> bool:
    return os.environ.get(setting, "").strip().lower() in ("1", "true", "t", "yes", "y")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack.host", description=__doc__)
    parser.add_argument(
        "--app-dir", type=Path, default=Path(), help="where host.json and function_app.py are"
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument(
        "--port",
        type=int,
        help="0: any free one; default: Host.LocalHttpPort of local.settings.json, then 7071",
    )
    options = parser.parse_args()
    try:
        return asyncio.run(serve(options.app_dir.resolve(), options.host, options.port))
    except ConfigError as error:
        print(f"host: {error}", file=sys.stderr)
        return 1


def _exit(code: int) -> None:
    """Python would wait for the threads of synchronous functions that outlived the grace."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)  # while Python shuts down its default would end the process
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    if any(thread is not threading.main_thread() and not thread.daemon for thread in threading.enumerate()):
        atexit._run_exitfuncs()  # what wants to be told of the end is told, a coverage measurement say
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    _exit(main())

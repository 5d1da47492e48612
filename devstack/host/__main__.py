"""``python -m devstack.host --app-dir . --port 7071``: runs the app until SIGTERM or Ctrl-C."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from pathlib import Path

from aiohttp import web

from devstack.host.config import ConfigError, load_host_config, load_local_settings
from devstack.host.logs import set_up_logging
from devstack.host.outputs import Outputs
from devstack.host.queues import QueueListener
from devstack.host.routes import Router, compile_route
from devstack.host.timers import Timer
from devstack.host.web import WebFrontend
from devstack.host.worker import Worker

GRACE_SECONDS = 5.0


async def serve(app_dir: Path, host: str, port: int | None) -> int:
    local = load_local_settings(app_dir)
    config = load_host_config(app_dir)
    set_up_logging(config.log_level)
    port = port or int(local.get("LocalHttpPort", 7071))
    worker = Worker(app_dir, config.function_timeout)
    functions = await worker.index()
    outputs = Outputs(config.queues.base64)
    of_type = {
        kind: [one for one in functions if one.trigger["type"] == kind]
        for kind in ("httpTrigger", "queueTrigger", "timerTrigger")
    }
    router = Router([compile_route(one, config.route_prefix) for one in of_type["httpTrigger"]])
    listeners = [QueueListener(one, worker, outputs, config.queues) for one in of_type["queueTrigger"]]
    timers = [Timer(one, worker, outputs) for one in of_type["timerTrigger"]]
    frontend = WebFrontend(router, worker, outputs, local.get("CORS"))
    runner = web.AppRunner(frontend.application(), access_log=None, handle_signals=False)
    await runner.setup()
    site = web.TCPSite(runner, host, port, shutdown_timeout=GRACE_SECONDS)
    try:
        await site.start()
    except OSError:
        print(f"host: port {port} is in use; choose another with --port", file=sys.stderr)
        return 1
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(each, stop.set)
    tasks = [asyncio.create_task(one.run()) for one in listeners]
    tasks += [asyncio.create_task(one.run()) for one in timers]
    print(f"host ready: http://{host}:{port}", flush=True)
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    broken = [task for task in tasks if task.done() and not task.cancelled() and task.exception()]
    for task in broken:
        logging.getLogger("host").critical("a listener ended", exc_info=task.exception())
    await asyncio.gather(*(one.stop(GRACE_SECONDS) for one in listeners))
    await runner.cleanup()
    waiting.cancel()
    for task in tasks:
        task.cancel()
    await outputs.close()
    return 1 if broken else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack.host", description=__doc__)
    parser.add_argument("--app-dir", type=Path, default=Path())
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int)
    options = parser.parse_args()
    try:
        return asyncio.run(serve(options.app_dir.resolve(), options.host, options.port))
    except ConfigError as error:
        print(f"host: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

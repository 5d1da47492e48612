import argparse
import asyncio
import json
import signal

from tests.wire_model.server import BEHAVIOURS, WireModel


async def serve(port: int, behaviour: dict[str, object]) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with WireModel(behaviour, port=port) as wire:
        print(f"model ready: {wire.base_url}", flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.wire_model", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--behaviour", choices=sorted(BEHAVIOURS), default="good")
    parser.add_argument(
        "--options", type=json.loads, default={}, help="JSON object, such as '{\"seconds\": 2}'"
    )
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.port, {"name": arguments.behaviour, **arguments.options}))


if __name__ == "__main__":
    main()

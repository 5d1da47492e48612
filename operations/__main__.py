"""``python -m operations <command>``: each command is a module with ``add_arguments`` and ``run``."""

import argparse
import sys
from argparse import ArgumentParser, Namespace
from typing import Protocol

from operations import (
    import_legacy,
    init_cosmos,
    load,
    requeue_poison,
    rescue,
    smoke,
    user_erase,
    user_export,
    verify_data,
)
from operations.connections import OperationFailed, use_settings
from shared.errors import AppError
from shared.settings import SettingsError
from shared.store import StoreUnavailable
from shared.work_queue import QueueUnavailable


class _Command(Protocol):
    """``HELP`` is one line; ``run`` returns the exit code: 0, or 1 if it found something wrong."""

    HELP: str

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, options: Namespace) -> int: ...


COMMANDS: dict[str, _Command] = {
    "init-cosmos": init_cosmos,
    "smoke": smoke,
    "load": load,
    "requeue-poison": requeue_poison,
    "rescue": rescue,
    "user-export": user_export,
    "user-erase": user_erase,
    "verify-data": verify_data,
    "import-legacy": import_legacy,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m operations",
        description="Stores are those that the environment names (COSMOS…, AzureWebJobsStorage…), else "
        "those of local.settings.json.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.HELP, description=command.HELP))
    options = parser.parse_args(arguments)
    try:
        use_settings()
        return COMMANDS[options.command].run(options)
    except OperationFailed as error:
        message = str(error)
    except SettingsError as error:
        message = f"{error}. (Where the environment names a store, local.settings.json is not read.)"
    except StoreUnavailable:
        message = (
            "Cosmos DB does not answer, or has no such database and container. Is it running, is your "
            "address let through its firewall, are you logged in with its data role (docs/runbook.md), and "
            "do database and container exist (`init-cosmos`)?"
        )
    except QueueUnavailable:
        message = (
            "The queue does not answer. Does the storage of AzureWebJobsStorage run, are you let through, "
            "and are you logged in with the role Storage Queue Data Contributor?"
        )
    except AppError as error:
        message = error.detail
    except KeyboardInterrupt:
        return 130
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

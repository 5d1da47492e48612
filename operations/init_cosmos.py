"""Creates database, container and queues where the settings point: on an emulator, or with account keys."""

from argparse import ArgumentParser, Namespace

from azure.core.exceptions import AzureError

from devstack.initialise import initialise
from operations.connections import OperationFailed, connection_strings, name_stores
from shared.settings import cosmos_settings, queue_settings

HELP = "create database, container and queues, unless they are there"


def add_arguments(_: ArgumentParser) -> None:
    """None: the settings say it all."""


def run(_: Namespace) -> int:
    name_stores()
    try:
        initialise(*connection_strings(cosmos_settings(), queue_settings()))
    except AzureError as error:
        raise OperationFailed(
            f"A store does not answer as it should ({type(error).__name__}). Is it running? `docker "
            "compose up --wait` starts the emulators."
        ) from None
    print("Database, container and queues are there.")
    return 0

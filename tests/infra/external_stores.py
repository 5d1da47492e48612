"""``pytest -p tests.infra.external_stores``: the tests' stacks use stores that already run, those of compose.yaml say.

COSMOS and AzureWebJobsStorage name them (environment before local.settings.json); only the Functions host is started.
Loaded before the tests are, so that they meet this class under the name they import.
"""

import devstack.stack
from devstack.ports import find_free_ports
from devstack.stack import HOST, Stack


class StackOnExternalStores(Stack):
    def __init__(self, **options: object) -> None:
        super().__init__(**{**options, "free_ports": False})  # type: ignore[arg-type]
        (self.port,) = find_free_ports(1)
        self._ports[HOST] = [self.port]

    def start(self) -> None:
        self._open()
        self._initialise()
        self.restart(HOST)

    def _write_description(self) -> None:
        """stack.json describes processes of a stack's own."""


devstack.stack.Stack = StackOnExternalStores  # type: ignore[misc]

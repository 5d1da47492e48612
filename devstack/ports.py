"""TCP ports of this machine: which are free, which are taken."""

import random
import socket

_LOCAL = "127.0.0.1"
_FREE_PORTS = range(20_000, 32_000)
"""Below what systems give to outgoing connections, so that none of those takes a port that was found free."""


def is_busy(port: int) -> bool:
    """Whether nothing more can listen there. Connections that outlive their server do not count."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_LOCAL, port))
        except OSError:
            return True
    # macOS lets a second socket bind to 127.0.0.1 beside one that listens on every address.
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((_LOCAL, port)) == 0


def find_free_ports(count: int) -> list[int]:
    """Different ones, free at this moment."""
    found: list[int] = []
    for port in random.sample(_FREE_PORTS, len(_FREE_PORTS)):
        if len(found) == count:
            break
        if not is_busy(port):
            found.append(port)
    return found

"""What no route takes: an unknown path, or a known one with another method, as problem details.

The Functions host answers both with an empty 404 (Azure/azure-functions-host, issue 10098).
"""

import re

from shared.errors import MethodNotAllowed, NotFound
from shared.http import Reply, Request


async def unknown_path(request: Request) -> Reply:
    """Raises MethodNotAllowed, NotFound."""
    allowed = methods_of("/api/" + request.path("path"))
    # One with its method is a path with a slash too many.
    if not allowed or request.raw.method in allowed:
        raise NotFound("There is no such path; /api/v1/docs lists those there are.")
    raise MethodNotAllowed(f"This path takes {', '.join(allowed)}.", headers={"Allow": ", ".join(allowed)})


def methods_of(path: str) -> list[str]:
    """The methods that the contract has for a path; none for one that it does not have.

    Where there is GET there is HEAD (RFC 9110, 9.1); the description does not name it.
    """
    from shared.api.contract import BASE, OPERATIONS

    described = {
        operation.method.upper()
        for operation in OPERATIONS
        if re.fullmatch(BASE + _pattern(operation.path), path.rstrip("/"), re.IGNORECASE)
    }
    return sorted(described | {"HEAD"} if "GET" in described else described)


def _pattern(template: str) -> str:
    return re.sub(r"\{\w+\}", "[^/]+", template.replace(".", r"\."))

"""/api/v1/health: for probes and people on call."""

from shared.clock import to_z, utc_now
from shared.cosmos import document_store
from shared.http import Reply, Request
from shared.use_cases.health import check_health, has_valid_limits
from shared.version import VERSION
from shared.work_queue import work_queue


async def health(_: Request) -> Reply:
    """Healthy while it can take and store work; without its model the app still answers, with less depth."""
    checks = await check_health(document_store(), work_queue())
    healthy = checks["cosmosDb"] == checks["queue"] == "connected" and has_valid_limits()
    return Reply(
        200 if healthy else 503,
        {
            "status": "healthy" if healthy else "unhealthy",
            "checks": checks,
            "version": VERSION,
            "timestamp": to_z(utc_now()),
        },
        {} if healthy else {"Retry-After": "5"},
    )


async def live(_: Request) -> Reply:
    """Touches nothing: the process answers."""
    return Reply(200, {"status": "alive", "version": VERSION})

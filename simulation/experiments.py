"""One experiment for each limit: everything else is out of the way, and the demand grows until it is felt."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from simulation import calibration
from simulation.app import simulate
from simulation.arrivals import EVENING_SECONDS, MONTH_SECONDS, daily_rate, evening, steady
from simulation.figures import Line, Plot, Result, Table, number, percent
from simulation.outcome import Outcome, quantile
from simulation.parameters import UNLIMITED, Parameters, Queue

_SEED = 20_26
USUAL = Parameters()
NO_QUOTA = replace(USUAL.model, tokens_per_minute=UNLIMITED, requests_per_minute=UNLIMITED)
ENDLESS_STORE = replace(USUAL.cosmos, ru_per_second=UNLIMITED)
_QUOTA_SECONDS = 1_200.0
STARTED_SOON = 10.0
"""Seconds within which 95 of 100 runs start where an instance limit is not felt: one visibility time-out."""


def _empty() -> tuple[list[Line], list[tuple[float, str]], list[list[str]]]:
    return [], [], []


def chance() -> Random:
    """A fresh one for every simulated run, so that each can be repeated by itself."""
    return Random(_SEED)  # noqa: S311


def instance_limit() -> Result:
    """Arrivals against the number of instances that the queue function may have, all of them running."""
    shares = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
    lines, knees, rows = _empty()
    for count in (5, 10, 20):
        points = [(share * count, _late(share * count, count, USUAL.queue)) for share in shares]
        knee = last_below(points, STARTED_SOON)
        lines.append(Line(f"{count} instances", points))
        knees.append((knee, f"{number(knee)} a second"))
        rows.append([str(count), *_capacity(knee, count)])
    most = USUAL.scaling.maximum_instances
    reckoned = knees[-1][0] / count * most
    rows.append([f"{most} (reckoned)", *_capacity(reckoned, most)])
    header = ["instances", "analyses a second", "each", "a month, if that is the peak"]
    plot = Plot(
        "queue-wait",
        "Wait in the queue against arrivals",
        "submits a second",
        "95 of 100 start within, s",
        lines,
        knees,
        most_y=60,
    )
    return Result([Table("instances", header, rows), _in_hand()], [plot])


def _in_hand() -> Table:
    """How much of the demand an instance takes with more messages in hand."""
    count, rows = 5, []
    for batch, threshold in ((8, 4), (16, 8), (32, 16), (8, 24)):
        queue = replace(USUAL.queue, batch_size=batch, new_batch_threshold=threshold)
        rates = (count * (0.5 + 0.15 * step) for step in range(30))
        knee = last_below(((rate, _late(rate, count, queue)) for rate in rates), STARTED_SOON)
        busy = knee / count * USUAL.work.run_cpu_seconds
        rows.append([str(batch), str(threshold), number(knee / count), percent(busy)])
    header = ["`batchSize`", "`newBatchThreshold`", "analyses a second of an instance", "its core busy"]
    return Table("in-hand", header, rows)


def _late(rate: float, count: int, queue: Queue) -> float:
    """Seconds within which 95 of 100 runs start on so many instances, all of them there from the start."""
    parameters = replace(
        USUAL,
        queue=queue,
        model=NO_QUOTA,
        cosmos=ENDLESS_STORE,
        scaling=replace(USUAL.scaling, maximum_instances=count, http_always_ready=count),
    )
    outcome = simulate(parameters, steady(rate, 240.0, chance()), chance(), warm_instances=count)
    return quantile(outcome.first_waits, 0.95)


def _capacity(peak: float, instances: int) -> list[str]:
    month = peak * MONTH_SECONDS / (1 + USUAL.demand.evening_swing)
    return [number(peak), number(peak / instances), number(month)]


def last_below(points: Iterable[tuple[float, float]], bound: float) -> float:
    """The largest x before y first exceeds the bound; 0 if it does at once."""
    knee = 0.0
    for x, y in points:
        if y > bound:
            break
        knee = x
    return knee


def burst() -> Result:
    """Three hundred submits within a minute, on an app that sleeps."""
    rows = []
    for label, interval, ready in (
        ("4 instances every 30 s", 30.0, 0),
        ("the same, 5 always ready", 30.0, 5),
        ("if decisions came every 5 s", 5.0, 0),
    ):
        parameters = replace(
            USUAL,
            model=NO_QUOTA,
            scaling=replace(USUAL.scaling, queue_interval_seconds=interval),
        )
        outcome = simulate(parameters, steady(5.0, 60.0, chance()), chance(), warm_instances=ready)
        waits, ends = outcome.first_waits, outcome.end_to_end
        cells = [quantile(waits, 0.5), quantile(waits, 0.95), quantile(ends, 0.5), quantile(ends, 0.95)]
        rows.append([label, *map(number, cells), str(outcome.most_queue_instances)])
    header = ["scaling", "wait p50, s", "p95", "done p50, s", "p95", "instances"]
    return Result([Table("burst", header, rows)])


def http_limit() -> Result:
    """Submits against one HTTP instance: its core is the limit before its concurrency is."""
    rows = []
    for rate in (25, 50, 75, 90, 110):
        outcome = simulate(
            replace(
                USUAL,
                model=NO_QUOTA,
                cosmos=ENDLESS_STORE,
                scaling=replace(USUAL.scaling, maximum_instances=1),
            ),
            steady(rate, 20.0, chance()),
            chance(),
            with_model=False,
        )
        p50, p95 = (quantile(outcome.requests, part) * 1000 for part in (0.5, 0.95))
        rows.append([str(rate), number(p50), number(p95)])
    return Result([Table("http", ["submits a second", "p50, ms", "p95, ms"], rows)])


def model_quota() -> Result:
    """Analyses without the model's reading against the tokens a minute of the deployment."""
    quotas = (50_000, 100_000, 200_000, 400_000, 800_000, 1_600_000)
    lines, knees, rows = _empty()
    for rate in (0.25, 0.5, 1.0):
        arrivals = list(steady(rate, _QUOTA_SECONDS, chance()))
        points = [(float(quota), 100 * _asked(arrivals, quota).degraded_share) for quota in quotas]
        need = next(quota for quota, share in points if share < 1)
        lines.append(Line(f"{rate:g} submits a second", points))
        knees.append((need, f"{rate:g} a second"))
        rows.append([f"{rate:g}", *(percent(share / 100) for _, share in points)])
    header = ["submits a second", *(f"{number(quota)} TPM" for quota in quotas)]
    plot = Plot(
        "model-quota",
        "Analyses that the model did not read",
        "tokens a minute of the deployment",
        "degraded, %",
        lines,
        knees,
        log_x=True,
    )
    return Result([Table("quota", header, rows), _quota_changes()], [plot])


def _quota_changes() -> Table:
    """What helps the deployment of prod over its quota, far over it, in a burst: share and p95 of the end."""
    model, queue = USUAL.model, USUAL.queue
    changes = (
        ("as deployed", USUAL),
        ("`visibilityTimeout` 60 s", replace(USUAL, queue=replace(queue, visibility_seconds=60.0))),
        ("answer reserved with 2,500 tokens", replace(USUAL, model=replace(model, reserved_tokens=2_500))),
        (
            "both",
            replace(
                USUAL,
                queue=replace(queue, visibility_seconds=60.0),
                model=replace(model, reserved_tokens=2_500),
            ),
        ),
    )
    demands = {
        "0.45 a second": list(steady(0.45, _QUOTA_SECONDS, chance())),
        "0.8": list(steady(0.8, _QUOTA_SECONDS, chance())),
        "0.2 and one minute of 1": sorted(
            [
                *steady(0.2, _QUOTA_SECONDS, chance()),
                *(600 + moment for moment in steady(0.8, 60.0, chance())),
            ]
        ),
    }
    rows = []
    for label, parameters in changes:
        outcomes = [_asked(arrivals, model.tokens_per_minute, parameters) for arrivals in demands.values()]
        cells = [
            f"{percent(outcome.degraded_share)}, {number(quantile(outcome.end_to_end, 0.95))} s"
            for outcome in outcomes
        ]
        rows.append([label, *cells])
    return Table("quota-changes", ["200,000 TPM", *demands], rows)


def _asked(arrivals: Iterable[float], tokens_per_minute: int, parameters: Parameters = USUAL) -> Outcome:
    model = replace(
        parameters.model,
        tokens_per_minute=tokens_per_minute,
        requests_per_minute=max(1, tokens_per_minute // 1_000),
    )
    few = replace(parameters, model=model, cosmos=ENDLESS_STORE)
    return simulate(few, arrivals, chance(), warm_instances=8)


def per_analysis_ru() -> float:
    """A first analysis with everything that its user looks at."""
    cosmos = USUAL.cosmos
    looks = USUAL.demand.reads_per_analysis * cosmos.read_ru
    return cosmos.submit_ru + cosmos.run_start_ru + cosmos.run_end_ru + looks


def ru_per_month() -> Result:
    """Request units of a month against its analyses, by arithmetic."""
    cosmos, each = USUAL.cosmos, per_analysis_ru()
    counts = [float(count) for count in range(0, 1_001, 100)]
    most = (cosmos.budget_ru_per_month - cosmos.timer_ru_per_month) / each
    lines = [
        Line("with the timer", [(count, cosmos.timer_ru_per_month + each * count) for count in counts]),
        Line("analyses alone", [(count, each * count) for count in counts]),
    ]
    plot = Plot(
        "ru-per-month",
        "Request units a month against analyses",
        "first analyses a month, each looked at twelve times",
        "RU",
        lines,
        [(most, f"{number(cosmos.budget_ru_per_month)} RU: {number(most)} analyses")],
    )
    rows = [
        [number(count), number(cosmos.timer_ru_per_month + each * count)]
        for count in (100, most, 20_000, 200_000, 2_000_000)
    ]
    return Result([Table("ru-per-month", ["analyses a month", "RU a month"], rows)], [plot])


def container_throughput() -> Result:
    """Arrivals against the RU/s of the container; the looks at results are charged with the run's end."""
    lines, knees, rows = _empty()
    looks = USUAL.demand.reads_per_analysis * USUAL.cosmos.read_ru
    for name, limit in (("serverless, 5,000 RU/s", 5_000.0), ("autoscale, 10,000 RU/s", 10_000.0)):
        points = []
        for rate in (20.0, 35.0, 40.0, 45.0, 60.0, 75.0, 80.0, 85.0):
            cosmos = replace(USUAL.cosmos, ru_per_second=limit, run_end_ru=USUAL.cosmos.run_end_ru + looks)
            scaling = replace(USUAL.scaling, http_always_ready=20)
            outcome = simulate(
                replace(USUAL, model=NO_QUOTA, cosmos=cosmos, scaling=scaling),
                steady(rate, 45.0, chance()),
                chance(),
                warm_instances=USUAL.scaling.maximum_instances,
                with_model=False,
            )
            points.append((rate, quantile(outcome.end_to_end, 0.95)))
        knee = last_below(points, 3.0)
        lines.append(Line(name, points))
        knees.append((knee, f"{number(knee)} a second"))
        rows.append([name, number(knee), number(limit / per_analysis_ru())])
    plot = Plot(
        "container-throughput",
        "Analyses without a model against the store's throughput",
        "submits a second",
        "95 of 100 done within, s",
        lines,
        knees,
        most_y=30,
    )
    header = ["container", "submits a second, done within 3 s", "by arithmetic"]
    return Result([Table("container", header, rows)], [plot])


def user_partition() -> Result:
    """What one user may keep and do, by arithmetic: the logical partition is the user."""
    measured, cosmos = calibration.load(), USUAL.cosmos
    sizes = {
        "as the samples": measured.cv_bytes + measured.job_bytes + measured.analysis_bytes,
        "longest texts allowed": 100_000 + 50_000 + 2 * measured.analysis_bytes,
    }
    counts = [float(count) for count in range(0, 1_000_001, 100_000)]
    lines, knees, rows = _empty()
    for label, size in sizes.items():
        most = cosmos.partition_bytes / size
        lines.append(Line(label, [(count, count * size / 1e9) for count in counts]))
        knees.append((most, f"20 GB: {number(most)}"))
        rows.append([label, number(size / 1_000), number(most), number(most / 200 / 365)])
    plot = Plot(
        "user-partition",
        "Size of one user's partition",
        "analyses kept, each with a CV and posting of its own",
        "GB",
        lines,
        knees,
        most_y=25,
    )
    header = ["documents", "KB an analysis", "analyses in 20 GB", "years at 200 a day"]
    each = per_analysis_ru()
    throughput = Table(
        "user-throughput",
        ["limit", "RU/s", "analyses a second of one user"],
        [
            [label, number(rate), number(rate / each)]
            for label, rate in (
                ("logical partition", cosmos.partition_ru_per_second),
                ("serverless container", cosmos.ru_per_second),
            )
        ],
    )
    return Result([Table("user-partition", header, rows), throughput], [plot])


def million() -> Result:
    """Fifteen minutes around 20:00, a burst in their middle, reads included, at growing numbers of users."""
    seconds = 900.0
    grown = replace(
        USUAL,
        model=replace(USUAL.model, tokens_per_minute=5_000_000, requests_per_minute=5_000),
    )
    cases = [
        *((users, "as deployed", USUAL, 0) for users in (1_000, 10_000, 100_000, 1_000_000)),
        (1_000_000, "5,000,000 TPM", grown, 0),
        (1_000_000, "and 10 instances ready", grown, 10),
    ]
    rows = []
    for users, label, parameters, ready in cases:
        rate = daily_rate(users, parameters.demand, EVENING_SECONDS)
        arrivals = evening(users, parameters.demand, seconds, chance())
        outcome = simulate(parameters, arrivals, chance(), warm_instances=ready, reads=True)
        rows.append(
            [
                f"{users:,}",
                label,
                f"{number(rate)}, {number(rate * parameters.demand.burst_factor)}",
                number(quantile(outcome.first_waits, 0.95)),
                number(quantile(outcome.end_to_end, 0.95)),
                percent(outcome.degraded_share),
                percent(outcome.refused / max(1, outcome.submitted)),
                f"{outcome.most_queue_instances}, {outcome.most_http_instances}",
                number(outcome.ru / seconds),
            ]
        )
    header = [
        "users",
        "configuration",
        "submits a second, in the burst",
        "wait p95, s",
        "done p95, s",
        "degraded",
        "503",
        "instances queue, HTTP",
        "RU/s on average",
    ]
    return Result([Table("million", header, rows)])


EXPERIMENTS: dict[str, Callable[[], Result]] = {
    "instances": instance_limit,
    "burst": burst,
    "http": http_limit,
    "quota": model_quota,
    "month": ru_per_month,
    "container": container_throughput,
    "partition": user_partition,
    "million": million,
}

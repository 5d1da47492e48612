"""Each part of the simulation against its rule, its formula, or the app that it stands for."""

import json
import re
from dataclasses import replace
from random import Random

import pytest

from devstack.stack import ROOT
from shared import cosmos, model_client
from shared.matching import model
from simulation.app import simulate
from simulation.arrivals import MONTH_SECONDS, daily_rate, evening, steady
from simulation.outcome import quantile
from simulation.parameters import UNLIMITED, Demand, Parameters, documented
from simulation.quota import Quota
from simulation.store import Store

USUAL = Parameters()
OPEN = replace(
    USUAL,
    model=replace(USUAL.model, tokens_per_minute=UNLIMITED, requests_per_minute=UNLIMITED),
    cosmos=replace(USUAL.cosmos, ru_per_second=UNLIMITED),
)


def test_what_is_said_to_be_the_apps_is_the_apps() -> None:
    queues = json.loads((ROOT / "host.json").read_text("utf-8"))["extensions"]["queues"]
    queue = USUAL.queue
    assert (queue.batch_size, queue.new_batch_threshold, queue.max_dequeue_count) == (
        queues["batchSize"],
        queues["newBatchThreshold"],
        queues["maxDequeueCount"],
    )
    assert queues["visibilityTimeout"] == f"00:00:{queue.visibility_seconds:02.0f}"
    assert queues["maxPollingInterval"] == f"00:00:{queue.max_poll_seconds:02.0f}"
    prod = dict(
        re.findall(r"^\s+(\w+): (\d+)$", (ROOT / "infra/prod.bicepparam").read_text("utf-8"), re.MULTILINE)
    )
    assert int(prod["maximumInstanceCount"]) == USUAL.scaling.maximum_instances
    assert int(prod["httpConcurrency"]) == USUAL.scaling.http_concurrency
    assert int(prod["alwaysReadyHttp"]) == USUAL.scaling.http_always_ready
    assert int(prod["queueBatchSize"]) == queue.batch_size
    assert int(prod["capacity"]) * 1_000 == USUAL.model.tokens_per_minute
    assert USUAL.model.reserved_tokens == model.MAX_OUTPUT_TOKENS
    assert USUAL.model.max_retries == model_client.MAX_RETRIES
    assert USUAL.model.max_wait_seconds == model_client.MAX_WAIT_SECONDS
    assert USUAL.cosmos.patience_seconds == cosmos.REQUEST_SECONDS


def test_every_parameter_has_a_unit_and_a_source() -> None:
    rows = documented()
    assert len(rows) > 40
    assert all(unit and source for *_, unit, source in rows)


def test_a_request_waits_as_queueing_theory_says() -> None:
    """Pollaczek and Khinchine's formula for Poisson arrivals, one server and a fixed time of service."""
    rate, service = 60.0, 0.01
    parameters = replace(
        OPEN,
        work=replace(USUAL.work, submit_cpu_seconds=service, submit_other_seconds=0.0),
        scaling=replace(USUAL.scaling, maximum_instances=1, http_concurrency=1_000),
    )
    outcome = simulate(parameters, steady(rate, 300.0, Random(1)), Random(1), with_model=False)
    load = rate * service
    expected = service + load * service / (2 * (1 - load))
    assert sum(outcome.requests) / len(outcome.requests) == pytest.approx(expected, rel=0.03)


def test_arrivals_follow_rate_day_and_burst() -> None:
    assert len(list(steady(5.0, 2_000.0, Random(1)))) == pytest.approx(10_000, rel=0.03)
    demand = Demand()
    day = sum(daily_rate(1_000_000, demand, second) for second in range(86_400))
    assert day * 30 == pytest.approx(1_000_000 * demand.analyses_per_user_month)
    assert daily_rate(1, demand, 20 * 3_600) / daily_rate(1, demand, 8 * 3_600) == pytest.approx(9.0)
    moments = list(evening(1_000_000, demand, 1_800.0, Random(1)))
    inside = sum(750 <= moment < 1_050 for moment in moments)
    usual = daily_rate(1_000_000, demand, 20 * 3_600)
    assert inside / 300 == pytest.approx(usual * demand.burst_factor, rel=0.05)
    assert (len(moments) - inside) / 1_500 == pytest.approx(usual, rel=0.05)
    assert pytest.approx(2_000_000, rel=1e-9) == usual * MONTH_SECONDS / (1 + demand.evening_swing)


def test_the_token_counter_is_reset_each_minute() -> None:
    quota = Quota(replace(USUAL.model, tokens_per_minute=20_000, requests_per_minute=UNLIMITED))
    # 8,900 tokens each: the third reaches the limit, the fourth is refused until the minute ends.
    assert [quota.admit(now) for now in (10.0, 11.0, 12.0, 13.0, 59.9)] == [0, 0, 0, 47, 1]
    assert quota.admit(60.0) == 0


def test_requests_are_counted_by_ten_seconds() -> None:
    quota = Quota(replace(USUAL.model, tokens_per_minute=UNLIMITED, requests_per_minute=12))
    assert [quota.admit(now) for now in (0.0, 1.0, 2.0, 10.0)] == [0, 0, 8, 0]


def test_the_store_serves_in_turn_and_refuses_beyond_the_patience() -> None:
    store = Store(replace(USUAL.cosmos, ru_per_second=100.0, patience_seconds=4.0))
    assert store.ask(10.0, 0, 100.0) == 0.0  # the second that was not used
    assert store.ask(10.0, 0, 350.0) == 0.0
    assert store.ask(10.0, 0, 100.0) == pytest.approx(3.5)
    assert store.ask(10.0, 0, 1.0) is None
    assert store.charged == 550.0


def test_a_busy_partition_leaves_the_others_alone() -> None:
    store = Store(replace(USUAL.cosmos, ru_per_second=200.0, physical_partitions=2))
    store.ask(10.0, 0, 500.0)
    assert store.ask(10.0, 2, 1.0) == pytest.approx(4.0)
    assert store.ask(10.0, 1, 1.0) == 0.0


def test_an_analysis_without_quota_is_completed_degraded_after_its_deliveries() -> None:
    none = replace(USUAL, model=replace(USUAL.model, tokens_per_minute=0))
    outcome = simulate(none, [1.0], Random(1), warm_instances=1)
    assert (outcome.completed, outcome.degraded, outcome.rate_limited) == (1, 1, 3)
    visible = USUAL.queue.visibility_seconds
    assert 2 * visible < outcome.end_to_end[0] < 2 * (visible + USUAL.queue.max_poll_seconds) + 3


def test_a_short_wait_is_waited_for_by_the_client() -> None:
    few = replace(USUAL, model=replace(USUAL.model, requests_per_minute=6))
    outcome = simulate(few, [1.0, 1.5], Random(1), warm_instances=1)
    assert (outcome.degraded, outcome.rate_limited) == (0, 1)


def test_a_store_without_throughput_refuses_submits_and_loses_none_in_silence() -> None:
    slow = replace(OPEN, cosmos=replace(USUAL.cosmos, ru_per_second=50.0))
    outcome = simulate(slow, steady(5.0, 30.0, Random(1)), Random(1), warm_instances=2, with_model=False)
    assert outcome.refused > 50
    assert outcome.completed + outcome.refused + outcome.poisoned == outcome.submitted


def test_instances_are_added_by_steps_up_to_the_maximum() -> None:
    def grown(maximum: int) -> int:
        parameters = replace(OPEN, scaling=replace(USUAL.scaling, maximum_instances=maximum))
        return simulate(parameters, steady(20.0, 100.0, Random(1)), Random(1)).most_queue_instances

    assert grown(6) == 6
    # From none: one within a second, then four every 30 s for as long as the queue is that long.
    assert grown(1_000) > 6


def test_one_instance_has_no_more_in_hand_than_batch_and_threshold() -> None:
    fixed = replace(
        OPEN,
        model=replace(OPEN.model, sigma=0.0, median_seconds=10.0),
        scaling=replace(USUAL.scaling, maximum_instances=1),
    )
    outcome = simulate(fixed, [0.0] * 100, Random(1), warm_instances=1)
    busiest = max(
        sum(other - 10.5 < moment <= other for other in outcome.finished_at) for moment in outcome.finished_at
    )
    assert busiest <= USUAL.queue.batch_size + USUAL.queue.new_batch_threshold
    assert max(outcome.first_waits) > 70


def test_a_quantile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(1, 101)]
    assert quantile(values, 0.5) in (50.0, 51.0)
    assert quantile(values, 0.95) in (95.0, 96.0)
    assert quantile([], 0.5) == 0.0

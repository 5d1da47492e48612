"""What becomes of queue messages, on a real Azurite: delivery, retries, poison, leases, outages."""

import base64
import json
import signal
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from azure.core.exceptions import ResourceNotFoundError
from azure.storage.queue import QueueClient, TextBase64EncodePolicy

from tests.host.conftest import APPS, Azurite, HostProcess, wait_for

LEASE_SECONDS = 2


@pytest.fixture
def queue_name() -> str:
    return f"work-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def env(azurite: Azurite, queue_name: str) -> dict[str, str]:
    return {
        "AzureWebJobsStorage": azurite.connection,
        "WORK_QUEUE": queue_name,
        "DEVSTACK_INFLIGHT_SECONDS": str(LEASE_SECONDS),
    }


def open_queue(azurite: Azurite, name: str, *, create: bool = True, encode: bool = True) -> QueueClient:
    policy = TextBase64EncodePolicy() if encode else None
    queue = QueueClient.from_connection_string(azurite.connection, name, message_encode_policy=policy)
    if create:
        queue.create_queue()
    return queue


def send(queue: QueueClient, **order: Any) -> str:
    sent = queue.send_message(json.dumps(order))
    return str(sent.id)


def events(host: HostProcess, **wanted: Any) -> list[dict[str, Any]]:
    return [one for one in host.events if wanted.items() <= one.items()]


def is_empty(azurite: Azurite, name: str) -> bool:
    try:
        return open_queue(azurite, name, create=False).get_queue_properties().approximate_message_count == 0
    except ResourceNotFoundError:
        return True


class Shared:
    """One host and queue for the tests that disturb neither."""

    def __init__(self, azurite: Azurite, host: HostProcess, name: str) -> None:
        self.azurite, self.host, self.name = azurite, host, name
        self.queue = open_queue(azurite, name)

    def is_done(self) -> bool:
        return is_empty(self.azurite, self.name)


@pytest.fixture(scope="module")
def shared(azurite: Azurite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    name = f"shared-{uuid.uuid4().hex[:8]}"
    env = {
        "AzureWebJobsStorage": azurite.connection,
        "WORK_QUEUE": name,
        "DEVSTACK_INFLIGHT_SECONDS": str(LEASE_SECONDS),
    }
    with HostProcess(APPS / "queue", tmp_path_factory.mktemp("queue") / "events", env) as host:
        yield Shared(azurite, host, name)


def test_a_message_is_delivered_with_its_metadata_and_then_deleted(shared: Shared) -> None:
    sent = send(shared.queue, key="plain", text="grüezi 🙂")
    (ended,) = wait_for(lambda: events(shared.host, id=sent, phase="ended"))
    assert ended["order"] == {"key": "plain", "text": "grüezi 🙂"}
    assert ended["deliveries"] == 1
    assert ended["receipt"]
    for name in ("inserted", "expires", "next"):
        assert ended[name].endswith("+00:00")
    assert ended["inserted"] < ended["next"] < ended["expires"]
    wait_for(shared.is_done)


def test_a_failed_message_is_tried_again_after_the_visibility_timeout(shared: Shared) -> None:
    sent = send(shared.queue, key="twice", fail=1)
    began = time.monotonic()
    (ended,) = wait_for(lambda: events(shared.host, id=sent, phase="ended"))
    assert ended["deliveries"] == 2
    assert time.monotonic() - began > 0.9
    wait_for(shared.is_done)


def test_a_message_that_always_fails_is_moved_to_the_poison_queue(shared: Shared) -> None:
    sent = send(shared.queue, key="never", fail=99)
    (buried,) = wait_for(
        lambda: [one for one in events(shared.host, function="bury") if '"never"' in one["body"]]
    )
    assert json.loads(buried["body"]) == {"key": "never", "fail": 99}
    assert [one["deliveries"] for one in events(shared.host, id=sent)] == [1, 2, 3]
    assert f"Message {sent} has reached MaxDequeueCount of 3" in shared.host.log
    wait_for(shared.is_done)
    wait_for(lambda: is_empty(shared.azurite, f"{shared.name}-poison"))


@pytest.mark.parametrize("garbage", ["not base64!", "{}", "YWJj="])
def test_a_message_that_is_not_base64_goes_to_poison_untried_and_unread(shared: Shared, garbage: str) -> None:
    raw = open_queue(shared.azurite, shared.name, create=False, encode=False)
    poison = open_queue(shared.azurite, f"{shared.name}-poison", create=False, encode=False)
    sent = raw.send_message(garbage)
    wait_for(lambda: f"Message {sent.id} has reached MaxDequeueCount" in shared.host.log)
    wait_for(shared.is_done)
    assert not events(shared.host, id=sent.id)
    # Nobody can read it there either: it stays, and disturbs no other message.
    after = send(shared.queue, key="after garbage")
    wait_for(lambda: events(shared.host, id=after, phase="ended"))
    # Delivered to the poison listener it is invisible between two leases.
    wait_for(lambda: [one for one in poison.peek_messages(32) if one.content == garbage])
    assert not [one for one in events(shared.host, function="bury") if garbage in one["body"]]


def test_a_message_that_is_not_text_fails_until_it_is_poison(shared: Shared) -> None:
    raw = open_queue(shared.azurite, shared.name, create=False, encode=False)
    sent = raw.send_message(base64.b64encode(b"\xff\xfe").decode())
    wait_for(lambda: f"Message {sent.id} has reached MaxDequeueCount" in shared.host.log)
    assert shared.host.log.count(f"message {sent.id} is not text in UTF-8") == 3


def test_white_space_in_base64_does_not_matter(shared: Shared) -> None:
    encoded = base64.b64encode(b'{"key": "spaced"}').decode()
    raw = open_queue(shared.azurite, shared.name, create=False, encode=False)
    sent = raw.send_message(f"{encoded[:8]}\n {encoded[8:]}")
    wait_for(lambda: events(shared.host, id=sent.id, phase="ended"))


def test_bytes_reach_a_binary_function_and_its_return_value_a_queue_made_for_it(shared: Shared) -> None:
    raw = open_queue(shared.azurite, "binary-work", encode=False)
    raw.send_message(base64.b64encode(b"\x00\xff").decode())
    done = open_queue(shared.azurite, "binary-done", create=False, encode=False)

    def result() -> str | None:
        try:
            message = done.receive_message()
        except ResourceNotFoundError:
            return None
        return message.content if message else None

    assert base64.b64decode(wait_for(result) or "") == b"00ff"


def test_a_long_run_keeps_its_message(shared: Shared) -> None:
    sent = send(shared.queue, key="long", seconds=LEASE_SECONDS * 1.6)
    wait_for(lambda: events(shared.host, id=sent, phase="ended"))
    wait_for(shared.is_done)
    assert len(events(shared.host, id=sent, phase="started")) == 1


def test_at_most_batch_size_and_threshold_messages_run_at_once(shared: Shared) -> None:
    for number in range(14):
        send(shared.queue, key="crowd", number=number, seconds=0.4)

    def crowd() -> list[dict[str, Any]]:
        return [one for one in events(shared.host, function="work") if one["order"]["key"] == "crowd"]

    wait_for(lambda: len(crowd()) == 28)
    at_once, most = 0, 0
    for one in crowd():
        at_once += 1 if one["phase"] == "started" else -1
        most = max(most, at_once)
    assert 4 <= most <= 6
    assert sorted(one["order"]["number"] for one in crowd() if one["phase"] == "ended") == [*range(14)]


def test_a_message_that_somebody_else_deleted_is_reported_not_retried(shared: Shared) -> None:
    sent = send(shared.queue, key="stolen", seconds=0.5)
    (started,) = wait_for(lambda: events(shared.host, id=sent, phase="started"))
    shared.queue.delete_message(sent, started["receipt"])
    wait_for(lambda: f"message {sent} is gone or was delivered again" in shared.host.log)
    assert len(events(shared.host, id=sent, phase="started")) == 1


def test_a_failing_poison_function_is_tried_again_after_the_lease_only(shared: Shared) -> None:
    poison = open_queue(shared.azurite, f"{shared.name}-poison", create=False)
    sent = poison.send_message("unburiable")
    wait_for(lambda: len(events(shared.host, id=sent.id)) == 2)
    wait_for(
        lambda: shared.host.log.count("Executed 'Functions.bury' (Failed") >= 2
    )  # written after the event
    with pytest.raises(ResourceNotFoundError):
        open_queue(shared.azurite, f"{shared.name}-poison-poison", create=False).get_queue_properties()
    poison.clear_messages()


def test_a_queue_that_comes_later_is_found(
    azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess]
) -> None:
    host = start("queue", **env)
    time.sleep(0.5)  # let it poll in vain
    queue = open_queue(azurite, queue_name)
    sent = send(queue)
    wait_for(lambda: events(host, id=sent, phase="ended"))
    assert "does not answer" not in host.log


def test_after_a_kill_the_message_is_delivered_again_when_its_lease_ends(
    azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess]
) -> None:
    host = start("queue", **env)
    sent = send(open_queue(azurite, queue_name), seconds=1)
    wait_for(lambda: events(host, id=sent, phase="started"))
    host.end(signal.SIGKILL)
    again = start("queue", **env)
    (ended,) = wait_for(lambda: events(again, id=sent, phase="ended"))
    assert ended["deliveries"] == 2
    wait_for(lambda: is_empty(azurite, queue_name))


def test_a_message_whose_host_died_every_time_is_poison_without_another_try(
    azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess]
) -> None:
    queue = open_queue(azurite, queue_name)
    sent = send(queue)
    for _ in range(3):
        wait_for(lambda: queue.receive_message(visibility_timeout=1))
    host = start("queue", **env)
    (buried,) = wait_for(lambda: events(host, function="bury"))
    assert buried["body"] == "{}"
    assert not events(host, id=sent)


def test_sigterm_lets_a_run_end_and_leaves_the_message_of_one_that_does_not(
    azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess]
) -> None:
    queue = open_queue(azurite, queue_name)
    host = start("queue", **env)
    short, long = send(queue, seconds=1), send(queue, seconds=60)
    wait_for(lambda: len(events(host, phase="started")) == 2)
    began = time.monotonic()
    assert host.end() == 0
    assert time.monotonic() - began < 10
    assert events(host, id=short, phase="ended")
    assert not events(host, id=long, phase="ended")
    left = wait_for(queue.receive_message)
    assert (left.id, left.dequeue_count) == (long, 2)


def test_a_renewal_keeps_a_message_while_the_storage_is_frozen_for_a_moment(
    azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess]
) -> None:
    host = start("queue", **{**env, "DEVSTACK_INFLIGHT_SECONDS": "4"})
    sent = send(open_queue(azurite, queue_name), seconds=3.5)
    wait_for(lambda: events(host, id=sent, phase="started"))
    time.sleep(1.5)
    azurite.send(signal.SIGSTOP)
    time.sleep(1.5)  # the renewal falls into it
    azurite.send(signal.SIGCONT)
    wait_for(lambda: events(host, id=sent, phase="ended"))
    wait_for(lambda: is_empty(azurite, queue_name))
    assert len(events(host, id=sent, phase="started")) == 1


@pytest.fixture
def own_azurite(tmp_path: Path) -> Iterator[Azurite]:
    server = Azurite(tmp_path / "azurite")
    yield server
    server.stop()


@pytest.mark.parametrize("how", ["frozen", "gone"])
def test_an_outage_is_logged_once_and_over_within_5_seconds(
    own_azurite: Azurite, env: dict[str, str], queue_name: str, start: Callable[..., HostProcess], how: str
) -> None:
    host = start("queue", **{**env, "AzureWebJobsStorage": own_azurite.connection})
    queue = open_queue(own_azurite, queue_name)
    send(queue, key="before")
    wait_for(lambda: events(host, phase="ended"))
    wait_for(lambda: is_empty(own_azurite, queue_name))
    own_azurite.send(signal.SIGSTOP) if how == "frozen" else own_azurite.stop(signal.SIGTERM)
    away = f"The storage of queue {queue_name} does not answer"
    wait_for(lambda: away in host.log)
    time.sleep(1)
    own_azurite.send(signal.SIGCONT) if how == "frozen" else own_azurite.start()
    began = time.monotonic()
    sent = send(open_queue(own_azurite, queue_name, create=False), key="after")
    (ended,) = wait_for(lambda: events(host, id=sent, phase="ended"))
    assert time.monotonic() - began < 5
    assert ended["deliveries"] == 1
    assert host.log.count(away) == 1
    assert host.log.count(f"The storage of queue {queue_name} answers again") == 1
    assert "Azurite" not in host.log
    assert "Request URL" not in host.log

"""What the host refuses to run, and how it says so: one sentence that names the thing, and exit code 1."""

import json
import multiprocessing
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devstack.host.__main__ import main
from devstack.host.config import ConfigError, load_host_config, load_local_settings
from tests.host.conftest import ROOT, HostProcess

APP = """
import azure.functions as func
app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
"""
HELLO = '@app.route("hello")\nasync def hello(req: func.HttpRequest) -> func.HttpResponse: ...\n'
STORAGE = "UseDevelopmentStorage=true"


def queue_function(name: str = "work", **settings: str) -> str:
    extra = "".join(f", {key}={value!r}" for key, value in settings.items())
    trigger = f'@app.queue_trigger(arg_name="m", queue_name="{name}", connection="STORE"{extra})\n'
    return trigger + "async def run(m: func.QueueMessage) -> None: ...\n"


def timer_function(schedule: str) -> str:
    trigger = f'@app.timer_trigger(arg_name="t", schedule="{schedule}")\n'
    return trigger + "async def run(t: func.TimerRequest) -> None: ...\n"


def cosmos_function(**settings: object) -> str:
    binding = {"database_name": "d", "container_name": "c", "connection": "COSMOS", **settings}
    arguments = ", ".join(f"{key}={value!r}" for key, value in binding.items())
    return (
        f'@app.timer_trigger(arg_name="t", schedule="0 * * * * *")\n'
        f'@app.cosmos_db_output(arg_name="out", {arguments})\n'
        "async def run(t: func.TimerRequest, out: func.Out[func.Document]) -> None: ...\n"
    )


def write_app(
    folder: Path, code: str, host: dict[str, Any] | None = None, settings: dict[str, Any] | None = None
) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "function_app.py").write_text(APP + code)
    (folder / "host.json").write_text(json.dumps({"version": "2.0", **(host or {})}))
    if settings is not None:
        (folder / "local.settings.json").write_text(json.dumps(settings))
    return folder


def refusal(folder: Path, *arguments: str, **env: str) -> str:
    """What the host says on the way out; it has to go within seconds and with exit code 1."""
    done = subprocess.run(
        [sys.executable, "-m", "devstack.host", "--app-dir", str(folder), "--port", "0", *arguments],
        env={"PYTHONPATH": str(ROOT), "PATH": "", **env},
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    return done.stderr


def refuse(folder: Path, env: dict[str, str], said: Path) -> None:
    os.environ.clear()
    os.environ.update(env)
    with said.open("w") as output:
        sys.stdout = sys.stderr = output
        sys.argv = ["host", "--app-dir", str(folder), "--port", "0"]
        code = main()
    os._exit(code)


_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


def quick_refusal(folder: Path, **env: str) -> str:
    """The same of a process that has the host's modules from another."""
    said = folder.with_name("said")
    process = _PROCESSES.Process(target=refuse, args=(folder, env, said))
    process.start()
    process.join(15)
    assert process.exitcode == 1, said.read_text()
    return said.read_text()


@pytest.mark.parametrize(
    ("code", "env", "message"),
    [
        ("", {}, "has no function_app.py with functions in it"),
        ("import nowhere_to_be_found\n", {}, "the app does not load: .*nowhere_to_be_found"),
        (queue_function(), {}, r"function run, binding m \(queueTrigger\): .*setting STORE is missing"),
        (
            queue_function(),
            {"STORE__accountName": "x"},
            r"binding m .*identity-based connection \(STORE__accountName\) is not supported locally",
        ),
        (queue_function(), {"STORE": "nonsense"}, "the setting STORE is not a storage connection string"),
        (queue_function("%WHICH%"), {"STORE": STORAGE}, "binding m .*the setting WHICH .* is missing"),
        (
            queue_function(),
            {"STORE": STORAGE, "DEVSTACK_INFLIGHT_SECONDS": "soon"},
            "DEVSTACK_INFLIGHT_SECONDS",
        ),
        (
            timer_function("every day"),
            {},
            r"function run, binding t \(timerTrigger\): the schedule 'every day'",
        ),
        (timer_function("%WHEN%"), {}, "binding t .*the setting WHEN .* is missing"),
        (timer_function("0 * * * * *"), {"WEBSITE_TIME_ZONE": "Europe/Zurich"}, "WEBSITE_TIME_ZONE"),
        (cosmos_function(), {}, r"function run, binding out \(cosmosDB\): .*setting COSMOS is missing"),
        (
            cosmos_function(),
            {"COSMOS__accountEndpoint": "https://x"},
            "binding out .*identity-based connection .*COSMOS__accountEndpoint",
        ),
        (cosmos_function(), {"COSMOS": "nonsense"}, "binding out .*not a Cosmos DB connection string"),
        (
            cosmos_function(create_if_not_exists=True),
            {"COSMOS": "AccountEndpoint=http://x/;AccountKey=eA=="},
            "binding out .*createIfNotExists needs a partitionKey",
        ),
        (
            '@app.route("{a}.{b}")\nasync def run(req: func.HttpRequest) -> func.HttpResponse: ...\n',
            {},
            r"function run, binding req \(httpTrigger\): .*route segment '{a}.{b}'",
        ),
    ],
)
def test_an_app_that_this_host_cannot_run_is_refused_by_name(
    tmp_path: Path, code: str, env: dict[str, str], message: str
) -> None:
    said = quick_refusal(write_app(tmp_path / "app", code), **env)
    assert re.search(message, said, re.DOTALL), said


UNSUPPORTED = {
    """
@app.blob_trigger(arg_name="b", path="x/{name}", connection="")
async def blob(b: func.InputStream) -> None: ...
""": "function blob, binding b (blobTrigger, in): the local host does not support this type and direction",
    """
@app.route("x")
@app.cosmos_db_input(arg_name="d", database_name="d", container_name="c", connection="COSMOS")
async def read(req: func.HttpRequest, d: func.DocumentList) -> func.HttpResponse: ...
""": "function read, binding d (cosmosDB, in): the local host does not support this type and direction",
    """
@app.timer_trigger(arg_name="t", schedule="0 * * * * *")
@app.retry(strategy="fixed_delay", max_retry_count="3", delay_interval="00:00:01")
async def again(t: func.TimerRequest) -> None: ...
""": "function again: the local host does not support retry policies",
    """
@app.timer_trigger(arg_name="t", schedule="0 * * * * *")
@app.cosmos_db_output(
    arg_name="out", database_name="d", container_name="c", connection="C", preferred_locations="x"
)
async def near(t: func.TimerRequest, out: func.Out[func.Document]) -> None: ...
""": "function near, binding out (cosmosDB, out): preferredLocations is not supported by the local host",
    """
@app.queue_trigger(arg_name="m", queue_name="Not_A_Queue", connection="")
async def misnamed(m: func.QueueMessage) -> None: ...
""": "function misnamed, binding m (queueTrigger, in): queueName has the invalid value 'Not_A_Queue'",
    """
@app.queue_trigger(arg_name="m", queue_name="abc", connection="", data_type="STREAM", batch="3")
async def streamed(m: func.QueueMessage) -> None: ...
""": "function streamed, binding m (queueTrigger, in): dataType must be of string, binary, not 'STREAM'",
}


def test_every_binding_that_this_host_does_not_support_is_named_at_once(tmp_path: Path) -> None:
    said = quick_refusal(write_app(tmp_path / "app", "".join(UNSUPPORTED)))
    for problem in UNSUPPORTED.values():
        assert problem in said
    assert "function streamed, binding m (queueTrigger, in): batch is not a documented property" in said


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ({"version": "1.0"}, 'version must be "2.0"'),
        ({"retry": {}}, "host.json: the local host does not support retry"),
        ({"functions": ["one"]}, "does not support functions"),
        ({"functionTimeout": "soon"}, "functionTimeout: 'soon' is not a time span"),
        ({"extensions": {"blobs": {}}}, "host.json extensions: the local host does not support blobs"),
        ({"extensions": {"http": {"prefix": ""}}}, "extensions.http: the local host does not support prefix"),
        ({"extensions": {"http": {"dynamicThrottlesEnabled": True}}}, "dynamicThrottlesEnabled"),
        ({"extensions": {"http": {"hsts": {"isEnabled": True}}}}, "hsts"),
        ({"extensions": {"queues": {"size": 1}}}, "extensions.queues: the local host does not support size"),
        ({"extensions": {"queues": {"batchSize": 33}}}, "batchSize must be from 1 to 32"),
        (
            {"extensions": {"queues": {"newBatchThreshold": "few"}}},
            "newBatchThreshold must be a whole number",
        ),
        ({"extensions": {"queues": {"maxDequeueCount": 0}}}, "maxDequeueCount must be from 1"),
        ({"extensions": {"queues": {"messageEncoding": "hex"}}}, "messageEncoding must be base64 or none"),
        ({"extensions": {"queues": {"maxPollingInterval": "00:00:00.05"}}}, "maxPollingInterval must be at"),
        ({"extensions": {"queues": {"visibilityTimeout": "99:00:00"}}}, "visibilityTimeout: '99:00:00'"),
    ],
)
def test_a_host_json_that_this_host_would_ignore_is_refused(
    tmp_path: Path, host: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        load_host_config(write_app(tmp_path / "app", HELLO, host))
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"IsEncrypted": True}, "local.settings.json is encrypted"),
        ({"Values": {"A": 1}}, "Values.A must be a string"),
        ({"ConnectionStrings": {"A": "b"}}, "ConnectionStrings"),
        ({"Host": {"Colour": "blue"}}, "local.settings.json Host: the local host does not support Colour"),
    ],
)
def test_local_settings_that_this_host_would_ignore_are_refused(
    tmp_path: Path, settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        load_local_settings(write_app(tmp_path / "app", HELLO, settings=settings))
    assert message in str(refused.value)


def test_a_level_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", HELLO, {"logging": {"logLevel": {"default": "Loud"}}})
    assert "host.json logging.logLevel.default: 'Loud' is not a level" in quick_refusal(folder)


def test_a_missing_or_broken_host_json_is_named(tmp_path: Path) -> None:
    assert "host.json is missing" in refusal(tmp_path)
    (tmp_path / "host.json").write_text("{")
    assert "host.json is not JSON" in refusal(tmp_path)


def test_a_busy_port_is_one_sentence(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", HELLO)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(folder, "--port", str(port))
    assert said.strip().splitlines() == [
        f"host: port {port} on 127.0.0.1 cannot be used (Address already in use); choose another with --port"
    ]


def test_the_port_is_the_options_then_the_settings(tmp_path: Path, start: Callable[..., HostProcess]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    folder = write_app(tmp_path / "app", HELLO, settings={"Host": {"LocalHttpPort": port}})
    assert start(folder).url != f"http://127.0.0.1:{port}"
    with HostProcess(folder, tmp_path / "events", {}, port=None) as host:
        assert host.url == f"http://127.0.0.1:{port}"


def test_the_default_route_prefix_is_api(tmp_path: Path, start: Callable[..., HostProcess]) -> None:
    host = start(write_app(tmp_path / "app", HELLO.replace("...", "return func.HttpResponse('hi')")))
    assert host.request("GET", "/api/hello").body == b"hi"
    assert host.request("GET", "/hello").status == 404


def test_the_host_is_ready_within_a_moment(tmp_path: Path, start: Callable[..., HostProcess]) -> None:
    code = queue_function() + cosmos_function().replace("run(", "store(")
    folder = write_app(tmp_path / "app", code)
    began = time.monotonic()
    start(folder, STORE=STORAGE, COSMOS="AccountEndpoint=http://127.0.0.1:9/;AccountKey=eA==")
    assert time.monotonic() - began < 5, "1.5 s on an idle machine"


def test_log_levels_are_by_category(tmp_path: Path, start: Callable[..., HostProcess]) -> None:
    code = (
        "import logging\n"
        '@app.route("loud")\n'
        "async def loud(req: func.HttpRequest) -> func.HttpResponse:\n"
        '    logging.debug("a detail")\n    return func.HttpResponse("ok")\n'
        '@app.route("quiet")\n'
        "async def quiet(req: func.HttpRequest) -> func.HttpResponse:\n"
        '    logging.info("a remark")\n    logging.warning("a warning")\n    return func.HttpResponse("ok")\n'
    )
    levels = {"default": "Information", "Function.loud": "Debug", "Function.quiet": "Warning"}
    folder = write_app(tmp_path / "app", code, {"logging": {"logLevel": levels}})
    host = start(folder, PYTHON_ENABLE_DEBUG_LOGGING="1")
    for path in ("/api/loud", "/api/quiet"):
        assert host.request("GET", path).status == 200
    assert host.end() == 0
    assert re.search(r"^\d{4}-\d\d-\d\dT[\d:.]{12}Z Debug \[loud [0-9a-f-]{36}\] a detail$", host.log, re.M)
    assert "Executed 'Functions.loud' (Succeeded" in host.log
    assert "a warning" in host.log
    assert "a remark" not in host.log
    assert "Functions.quiet" not in host.log

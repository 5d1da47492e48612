"""Settings are typed and validated on first use; an error names the variable and what it should be."""

import json
import logging
from collections.abc import Iterator

import azure.functions as func
import pytest

from shared import settings, worker
from shared.use_cases.run import RunFailed

NAMES = (
    "COSMOS",
    "COSMOS__accountEndpoint",
    "COSMOS__clientId",
    "AzureWebJobsStorage",
    "AzureWebJobsStorage__accountName",
    "AzureWebJobsStorage__queueServiceUri",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
    "OPENAI_TIMEOUT_SECONDS",
    "AZURE_OPENAI_ENDPOINT",
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_DEPLOYMENT",
    "DAILY_ANALYSES_PER_USER",
    "RESCUE_QUEUED_AFTER_SECONDS",
)


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    settings.forget_settings()
    yield monkeypatch
    settings.forget_settings()


@pytest.mark.parametrize(
    ("read", "environment", "named"),
    [
        (settings.cosmos_settings, {}, "COSMOS"),
        (settings.cosmos_settings, {"COSMOS": "nonsense"}, "COSMOS"),
        (settings.cosmos_settings, {"COSMOS": "AccountEndpoint=nonsense;AccountKey=bm9uZQ==;"}, "COSMOS"),
        (
            settings.cosmos_settings,
            {"COSMOS": "AccountEndpoint=http://h:99999/;AccountKey=bm9uZQ=="},
            "COSMOS",
        ),
        (settings.cosmos_settings, {"COSMOS": "AccountEndpoint=http://[h/;AccountKey=bm9uZQ=="}, "COSMOS"),
        (settings.cosmos_settings, {"COSMOS": "AccountEndpoint=https://h/;AccountKey=nonsense!"}, "COSMOS"),
        (settings.cosmos_settings, {"COSMOS__accountEndpoint": "nonsense"}, "COSMOS__accountEndpoint"),
        (settings.queue_settings, {}, "AzureWebJobsStorage"),
        (settings.queue_settings, {"AzureWebJobsStorage": "nonsense"}, "AzureWebJobsStorage"),
        (settings.queue_settings, {"AzureWebJobsStorage": "AccountName=a"}, "AzureWebJobsStorage"),
        (
            settings.queue_settings,
            {"AzureWebJobsStorage": "AccountName=a;AccountKey=bm9uZQ==;QueueEndpoint=http://[nonsense"},
            "AzureWebJobsStorage",
        ),
        (settings.queue_settings, {"AzureWebJobsStorage__queueServiceUri": "http://["}, "queueServiceUri"),
        (settings.queue_settings, {"AzureWebJobsStorage__accountName": "a b"}, "queueServiceUri"),
        (settings.model_settings, {"OPENAI_BASE_URL": "ftp://x"}, "OPENAI_BASE_URL"),
        (settings.model_settings, {"OPENAI_BASE_URL": "http://"}, "OPENAI_BASE_URL"),
        (settings.model_settings, {"OPENAI_BASE_URL": "https://h:99999/v1"}, "OPENAI_BASE_URL"),
        (settings.model_settings, {"OPENAI_API_KEY": "nonsense\nkéy"}, "OPENAI_API_KEY"),
        (settings.model_settings, {"AZURE_OPENAI_ENDPOINT": "https://x"}, "AZURE_OPENAI_DEPLOYMENT"),
        (
            settings.model_settings,
            {"OPENAI_API_KEY": "k", "OPENAI_TIMEOUT_SECONDS": "soon"},
            "OPENAI_TIMEOUT_SECONDS",
        ),
        (settings.limits, {"DAILY_ANALYSES_PER_USER": "-1"}, "DAILY_ANALYSES_PER_USER"),
        (settings.limits, {"RESCUE_QUEUED_AFTER_SECONDS": "0"}, "RESCUE_QUEUED_AFTER_SECONDS"),
    ],
)
def test_a_wrong_setting_is_named(
    clean: pytest.MonkeyPatch, read: object, environment: dict[str, str], named: str
) -> None:
    for name, value in environment.items():
        clean.setenv(name, value)
    assert callable(read)
    with pytest.raises(settings.SettingsError, match=named) as error:
        read()
    assert "nonsense" not in str(error.value)


def test_managed_identity_needs_no_key(clean: pytest.MonkeyPatch) -> None:
    clean.setenv("COSMOS__accountEndpoint", "https://x.documents.azure.com")
    clean.setenv("AzureWebJobsStorage__accountName", "store")
    clean.setenv("AZURE_OPENAI_ENDPOINT", "https://x.openai.azure.com")
    clean.setenv("AZURE_OPENAI_DEPLOYMENT", "reader")
    assert settings.cosmos_settings().connection_string is None
    assert settings.queue_settings().service_uri == "https://store.queue.core.windows.net"
    model = settings.model_settings()
    assert model is not None
    assert (model.api_key, model.model) == (None, "reader")


def test_without_a_model_a_run_is_short(clean: pytest.MonkeyPatch) -> None:
    assert settings.model_settings() is None
    short = settings.run_limit_seconds()
    clean.setenv("OPENAI_API_KEY", "k")
    settings.forget_settings()
    model = settings.model_settings()
    assert model is not None
    assert settings.run_limit_seconds() > short
    assert settings.run_limit_seconds() < 300  # functionTimeout of host.json
    assert model.timeout_seconds < model.budget_seconds


def test_development_storage_is_the_emulator(clean: pytest.MonkeyPatch) -> None:
    clean.setenv("AzureWebJobsStorage", "UseDevelopmentStorage=true")
    assert "127.0.0.1:10001" in str(settings.queue_settings().connection_string)


def test_a_shared_access_signature_is_a_connection_too(clean: pytest.MonkeyPatch) -> None:
    given = "QueueEndpoint=https://store.queue.core.windows.net;SharedAccessSignature=sv=2024&sig=x%3D"
    clean.setenv("AzureWebJobsStorage", given)
    assert settings.queue_settings().connection_string == given


async def test_a_run_names_the_setting_that_it_cannot_do_with(
    clean: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clean.setenv("COSMOS", "AccountEndpoint=nowhere;AccountKey=bm9uZQ==;")
    names = ("userId", "analysisId", "cvId", "jobId", "traceparent")
    body = json.dumps({"version": 1, "kind": "analyse", **dict.fromkeys(names, "x")}).encode()
    with caplog.at_level(logging.ERROR, "cv_checker"), pytest.raises(RunFailed, match="settings_invalid"):
        await worker.work(func.QueueMessage(id="1", body=body))
    assert "COSMOS must be a connection string" in caplog.text


def test_what_a_run_may_take_is_known_whatever_the_models_settings_say(clean: pytest.MonkeyPatch) -> None:
    without = settings.run_limit_seconds()
    clean.setenv("OPENAI_BASE_URL", "nowhere")
    settings.forget_settings()
    assert settings.run_limit_seconds() == without

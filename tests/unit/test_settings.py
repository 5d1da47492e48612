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
        (settings.queue_settings, {}, "AzureWebJobsStorage"),
        (settings.queue_settings, {"AzureWebJobsStorage": "nonsense"}, "AzureWebJobsStorage"),
        (settings.model_settings, {"OPENAI_BASE_URL": "ftp://x"}, "OPENAI_BASE_URL"),
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


async def test_a_run_names_the_setting_that_it_cannot_do_with(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("COSMOS", "AccountEndpoint=http://127.0.0.1:9/;AccountKey=bm9uZQ==;")
    monkeypatch.setenv("OPENAI_API_KEY", "not-a-secret")
    monkeypatch.setenv("OPENAI_TIMEOUT_SECONDS", "soon")
    settings.forget_settings()
    names = ("userId", "analysisId", "cvId", "jobId", "traceparent")
    body = json.dumps({"version": 1, "kind": "analyse", **dict.fromkeys(names, "x")}).encode()
    with caplog.at_level(logging.ERROR, "cv_checker"), pytest.raises(RunFailed, match="settings_invalid"):
        await worker.work(func.QueueMessage(id="1", body=body))
    assert "OPENAI_TIMEOUT_SECONDS must be a whole number" in caplog.text

"""No key anywhere, nothing open that need not be, and no role beyond what the app does."""

import re
from collections.abc import Iterator

import pytest
from azure.identity.aio import DefaultAzureCredential, ManagedIdentityCredential

from devstack.stack import ROOT
from shared import settings
from tests.infra.conftest import Deployment
from tests.infra.documented import COSMOS_ROLES, PLATFORM_SETTINGS, ROLES
from tests.infra.evaluate import Resource
from tests.infra.parameter_files import INFRA

PRIVATE = ("staging", "prod", "azd, compatible model server in a private network")


def test_no_file_reads_a_key_or_holds_a_secret() -> None:
    for file in [*INFRA.rglob("*.bicep"), *INFRA.rglob("*.bicepparam"), ROOT / "azure.yaml"]:
        text = file.read_text()
        for word in ("listKeys", "listConnectionStrings", "AccountKey", "SharedAccessKey", "@secure"):
            assert word not in text, f"{file.name}: {word}"


def test_the_storage_account_takes_identities_only(deployment: Deployment) -> None:
    properties = deployment.one("Microsoft.Storage/storageAccounts").properties
    assert properties["allowSharedKeyAccess"] is False
    assert properties["allowBlobPublicAccess"] is False
    assert properties["allowCrossTenantReplication"] is False
    assert properties["supportsHttpsTrafficOnly"] is True
    assert properties["minimumTlsVersion"] == "TLS1_2"
    (container,) = deployment.all("Microsoft.Storage/storageAccounts/blobServices/containers")
    assert container.properties["publicAccess"] == "None"


def test_cosmos_takes_identities_only_and_can_be_restored(deployment: Deployment) -> None:
    properties = deployment.one("Microsoft.DocumentDB/databaseAccounts").properties
    assert properties["disableLocalAuth"] is True
    assert properties["disableKeyBasedMetadataWriteAccess"] is True
    assert properties["minimalTlsVersion"] == "Tls12"
    assert {"name": "EnableServerless"} in properties["capabilities"]
    assert properties["backupPolicy"]["type"] == "Continuous"


def test_the_model_the_vault_and_telemetry_take_identities_only(deployment: Deployment) -> None:
    assert deployment.one("Microsoft.Insights/components").properties["DisableLocalAuth"] is True
    for workspace in deployment.all("Microsoft.OperationalInsights/workspaces"):
        assert workspace.properties["features"]["disableLocalAuth"] is True
        assert 1 <= workspace.properties["workspaceCapping"]["dailyQuotaGb"] <= 5
    for account in deployment.all("Microsoft.CognitiveServices/accounts"):
        assert account.properties["disableLocalAuth"] is True
    for vault in deployment.all("Microsoft.KeyVault/vaults"):
        assert vault.properties["enableRbacAuthorization"] is True
        assert vault.properties["enablePurgeProtection"] is True


def test_the_app_speaks_tls_1_2_and_is_published_by_identity_only(deployment: Deployment) -> None:
    app = deployment.one("Microsoft.Web/sites")
    assert app.properties["httpsOnly"] is True
    assert app.properties["siteConfig"]["minTlsVersion"] == "1.2"
    policies = deployment.all("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
    assert {one.name: one.properties["allow"] for one in policies} == {"ftp": False, "scm": False}
    assert app.body["identity"]["type"] == "UserAssigned"
    storage = app.properties["functionAppConfig"]["deployment"]["storage"]
    assert storage["authentication"]["type"] == "UserAssignedIdentity"
    (identity,) = app.body["identity"]["userAssignedIdentities"]
    assert storage["authentication"]["userAssignedIdentityResourceId"] == identity
    assert app.properties["keyVaultReferenceIdentity"] == identity


def test_no_page_elsewhere_may_call_the_app_unless_it_is_named(deployment: Deployment) -> None:
    cors = deployment.one("Microsoft.Web/sites").properties["siteConfig"]["cors"]
    assert cors == {"allowedOrigins": [], "supportCredentials": False}


def test_in_a_private_network_only_the_app_is_open_to_the_internet(deployment: Deployment) -> None:
    closed = "Disabled" if deployment.name in PRIVATE else "Enabled"
    stores = (
        "Storage/storageAccounts",
        "DocumentDB/databaseAccounts",
        "CognitiveServices/accounts",
        "KeyVault/vaults",
    )
    for kind in stores:
        for resource in deployment.all(f"Microsoft.{kind}"):
            assert resource.properties["publicNetworkAccess"] == closed, kind
    subnet = deployment.one("Microsoft.Web/sites").properties["virtualNetworkSubnetId"]
    endpoints = {
        one.properties["privateLinkServiceConnections"][0]["name"]
        for one in deployment.all("Microsoft.Network/privateEndpoints")
    }
    zones = deployment.all("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
    links = deployment.all("Microsoft.Network/privateDnsZones/virtualNetworkLinks")
    if deployment.name in PRIVATE:
        assert subnet
        own = {"openai"} if deployment.all("Microsoft.CognitiveServices/accounts") else {"vault"}
        assert endpoints == {"blob", "queue", "cosmos"} | own
    else:
        assert subnet is None
        assert not endpoints
    assert len(zones) == len(links) == len(endpoints)


def test_every_setting_is_known_and_none_holds_a_key(deployment: Deployment) -> None:
    documented = re.findall(r"`([A-Z_]{4,})`", (ROOT / "README.md").read_text())
    for name, value in deployment.settings().items():
        assert name in PLATFORM_SETTINGS or name in documented, name
        assert not re.search(r"AccountKey|SharedAccess|sig=|Key=", value), name
        if name.upper().endswith("KEY"):
            assert value.startswith("@Microsoft.KeyVault(SecretUri=https://") or "<vault" in value, name


def test_the_app_reads_its_settings_as_identities(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in _as_text(deployment.settings()):
        monkeypatch.setenv(name, value)
    for name in ("COSMOS", "AzureWebJobsStorage", "AZURE_OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    settings.forget_settings()
    try:
        cosmos, queue, model = (
            settings.cosmos_settings(),
            settings.queue_settings(),
            settings.model_settings(),
        )
    finally:
        settings.forget_settings()
    assert cosmos.connection_string is None
    assert cosmos.account_endpoint
    assert queue.connection_string is None
    assert queue.service_uri
    assert cosmos.client_id == queue.client_id is not None
    wanted = {
        "dev": None,
        "azd": None,
        "azd, existing Azure OpenAI": "azure",
        "staging": "azure",
        "prod": "azure",
    }
    kind = None if model is None else "azure" if model.azure_endpoint else "compatible"
    assert kind == wanted.get(deployment.name, "compatible")
    assert model is None or model.azure_endpoint is None or model.api_key is None


def test_the_sdks_default_credential_tries_the_managed_identity_and_nothing_else(
    production: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_of_identity = {
        name: value for name, value in production.settings().items() if name.startswith("AZURE_")
    }
    for name, value in settings_of_identity.items():
        monkeypatch.setenv(name, value)
    chain = DefaultAzureCredential().credentials
    assert [type(one) for one in chain] == [ManagedIdentityCredential]


def _as_text(given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What only the deployment knows, as what it could be."""
    for name, value in given.items():
        yield name, re.sub(r"^<[^>]*>$", "https://known-then.example/", value)


def test_role_assignments_are_made_in_the_rbac_modules_only_and_named_by_guid() -> None:
    for file in INFRA.rglob("*.bicep"):
        assignments = re.findall(r"oleAssignments@[^\n]*= [\[{](?:[^}]*?)\bname: ([^\n]*)", file.read_text())
        assert bool(assignments) == file.name.startswith("rbac"), file.name
        assert all(name.startswith("guid(") for name in assignments), file.name


def _roles(deployment: Deployment) -> set[tuple[str, str, str]]:
    """(who, role, on what type of resource)"""

    def who(resource: Resource) -> str:
        return "app" if "app." in resource.properties["principalId"] else "watch"

    found = set()
    for one in deployment.all("Microsoft.Authorization/roleAssignments"):
        role = ROLES[one.properties["roleDefinitionId"].rsplit("/", 1)[1]]
        found.add((who(one), role, one.body["scope"].type.rsplit("/", 1)[1]))
        assert one.properties["principalType"] == "ServicePrincipal"
    for one in deployment.all("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments"):
        role = COSMOS_ROLES[one.properties["roleDefinitionId"].rsplit("/", 1)[1]]
        found.add((who(one), role, "databaseAccounts"))
    return found


def test_the_roles_are_exactly_these(deployment: Deployment) -> None:
    expected = {
        ("app", "Storage Blob Data Owner", "storageAccounts"),
        ("app", "Storage Queue Data Contributor", "storageAccounts"),
        ("app", "Monitoring Metrics Publisher", "components"),
        ("app", "Cosmos DB Built-in Data Contributor", "databaseAccounts"),
        ("watch", "Monitoring Reader", "databaseAccounts"),
    }
    if deployment.name in ("staging", "prod", "azd, existing Azure OpenAI"):
        expected.add(("app", "Cognitive Services OpenAI User", "accounts"))
    if "compatible" in deployment.name:
        expected.add(("app", "Key Vault Secrets User", "vaults"))
    assert _roles(deployment) == expected

"""The deployment as a whole: it evaluates, fits the published types, and holds what the app needs."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from devstack.stack import ROOT
from shared.cosmos import CONTAINER, DATABASE
from shared.work_queue import POISON_QUEUE, QUEUE
from tests.infra import schema
from tests.infra.conftest import Deployment
from tests.infra.evaluate import deploy
from tests.infra.parameter_files import INFRA, deploy_with
from tests.infra.syntax import BicepError, parse

ALWAYS = {
    "Microsoft.Resources/resourceGroups",
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.OperationalInsights/workspaces",
    "Microsoft.Insights/components",
    "Microsoft.Web/serverfarms",
    "Microsoft.Web/sites",
    "Microsoft.Insights/scheduledQueryRules",
    "Microsoft.Insights/metricAlerts",
    "Microsoft.Insights/workbooks",
}
NOT_IN_THE_TYPES = {
    "Microsoft.Web/sites.properties.functionAppConfig.siteUpdateStrategy is no property of it; "
    "there are deployment, runtime, scaleAndConcurrency"
}
"""Documented under "Site update strategies in Flex Consumption"; the file disables the compiler's warning too."""


def test_every_file_parses() -> None:
    files = [*INFRA.rglob("*.bicep"), *INFRA.rglob("*.bicepparam")]
    assert len(files) > 15
    for file in files:
        parse(file)


def test_every_output_of_a_module_is_read() -> None:
    texts = {file: file.read_text("utf-8") for file in INFRA.rglob("*.bicep")}
    read, made = set(), set()
    for file, text in texts.items():
        for symbol, path in re.findall(r"^module (\w+) '([^']+)'", text, re.MULTILINE):
            module = file.parent / path
            read |= {(module, name) for name in re.findall(rf"\b{symbol}!?\.outputs\.(\w+)", text)}
            made |= {(module, name) for name in re.findall(r"^output (\w+)", texts[module], re.MULTILINE)}
    assert made == read


def test_fits_the_published_types_of_its_api_versions(deployment: Deployment) -> None:
    found = set()
    for resource in deployment.resources:
        known = schema.load()[resource.type]
        assert resource.api_version == known["apiVersion"], resource.type
        body = {name: value for name, value in resource.body.items() if name != "scope"}
        found |= set(schema.problems(known["types"], "@body", body, resource.type, set()))
    assert found == NOT_IN_THE_TYPES


def test_holds_what_the_app_needs(deployment: Deployment) -> None:
    assert {one.type for one in deployment.resources} >= ALWAYS


def test_no_two_resources_share_an_id(deployment: Deployment) -> None:
    """But the workspace, which is linked to its transformation in a second step."""
    twice = "Microsoft.OperationalInsights/workspaces"
    ids = [one.member("id") for one in deployment.resources if one.type != twice]
    assert len(set(ids)) == len(ids)
    first, *again = deployment.all(twice)
    for second in again:
        assert second.name == first.name
        link = second.properties.pop("defaultDataCollectionRuleResourceId")
        assert link == deployment.one("Microsoft.Insights/dataCollectionRules").member("id")
        own = {**first.properties, "defaultDataCollectionRuleResourceId": link}
        assert second.properties == own


def test_the_container_is_the_one_that_the_local_stack_uses(deployment: Deployment) -> None:
    definition = json.loads((INFRA / "cosmos-container.json").read_text())
    container = deployment.one("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")
    assert container.properties["resource"] == definition["container"]
    assert (container.parents[-1], container.name) == (DATABASE, CONTAINER)


def test_the_queues_are_the_ones_that_the_app_uses(deployment: Deployment) -> None:
    queues = deployment.all("Microsoft.Storage/storageAccounts/queueServices/queues")
    assert {one.name for one in queues} == {QUEUE, POISON_QUEUE}


def test_runs_on_flex_consumption_with_python_3_13_and_rolling_updates(deployment: Deployment) -> None:
    plan, app = deployment.one("Microsoft.Web/serverfarms"), deployment.one("Microsoft.Web/sites")
    assert plan.body["sku"] == {"name": "FC1", "tier": "FlexConsumption"}
    config = app.properties["functionAppConfig"]
    assert config["runtime"] == {"name": "python", "version": (ROOT / ".python-version").read_text().strip()}
    assert config["siteUpdateStrategy"] == {"type": "RollingUpdate"}


def test_instances_that_are_always_ready_name_a_group_or_a_function_of_the_app(
    production: Deployment,
) -> None:
    config = production.one("Microsoft.Web/sites").properties["functionAppConfig"]["scaleAndConcurrency"]
    assert config["alwaysReady"] == [{"name": "http", "instanceCount": 2}]
    assert "def run_analysis(" in (ROOT / "function_app.py").read_text()


def test_production_outlasts_a_zone_in_all_its_parts(deployment: Deployment) -> None:
    redundant = deployment.name == "prod"
    plan = deployment.one("Microsoft.Web/serverfarms").properties
    storage = deployment.one("Microsoft.Storage/storageAccounts").body["sku"]["name"]
    (location,) = deployment.one("Microsoft.DocumentDB/databaseAccounts").properties["locations"]
    found = (plan["zoneRedundant"], storage.endswith("_ZRS"), location["isZoneRedundant"])
    assert found == (redundant, redundant, redundant)
    app = deployment.one("Microsoft.Web/sites").properties["functionAppConfig"]
    ready = [one["instanceCount"] for one in app["scaleAndConcurrency"]["alwaysReady"]]
    assert not redundant or min(ready) >= 2, "the platform takes no smaller number there"


@pytest.mark.parametrize("name", ["dev", "prod", "azd"])
def test_a_restored_account_takes_the_place_of_the_damaged_one(name: str) -> None:
    own, restored = deploy_with(name)[0], deploy_with(name, RESTORED_COSMOS="cosmos-restored")[0]
    ids = {one.member("id") for one in own}
    database = "Microsoft.DocumentDB/databaseAccounts"
    # A private endpoint that is there cannot be pointed at another account.
    endpoint = (
        "Microsoft.Network/privateEndpoints",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    )
    assert sorted(one.type for one in restored if one.member("id") not in ids) == [
        "Microsoft.Authorization/roleAssignments",
        *(database, f"{database}/sqlDatabases", f"{database}/sqlDatabases/containers"),
        f"{database}/sqlRoleAssignments",
        *(endpoint if name == "prod" else ()),
    ]
    (account,) = (one for one in restored if one.type == database)
    assert account.name == "cosmos-restored"
    # `az cosmosdb restore` makes an account without zone redundancy, and none can be changed to it.
    assert [one["isZoneRedundant"] for one in account.properties["locations"]] == [False]


def test_azd_finds_the_environment_and_the_service_by_their_tags(deployment: Deployment) -> None:
    azd = yaml.safe_load((ROOT / "azure.yaml").read_text())
    assert (ROOT / azd["infra"]["path"] / f"{azd['infra']['module']}.bicep").exists()
    services = azd["services"]
    for resource in deployment.resources:
        if not resource.parents and "tags" in schema.load()[resource.type]["types"]["@body"]:
            assert resource.body.get("tags", {}).get("azd-env-name"), resource.type
    assert deployment.one("Microsoft.Web/sites").body["tags"]["azd-service-name"] in services


def test_a_model_is_deployed_only_where_one_is_asked_for(deployment: Deployment) -> None:
    models = deployment.all("Microsoft.CognitiveServices/accounts/deployments")
    assert bool(models) == (deployment.name in ("staging", "prod"))
    assert all(one.properties["versionUpgradeOption"] == "NoAutoUpgrade" for one in models)


def test_the_app_calls_the_deployment_that_is_there(deployment: Deployment) -> None:
    models = deployment.all("Microsoft.CognitiveServices/accounts/deployments")
    existing = ["their-own-name"] if deployment.name == "azd, existing Azure OpenAI" else []
    called = deployment.settings().get("AZURE_OPENAI_DEPLOYMENT")
    assert [called] == ([one.name for one in models] + existing or [None])


def test_the_budget_is_there_once_a_start_is_given(deployment: Deployment) -> None:
    assert bool(deployment.all("Microsoft.Consumption/budgets")) == (deployment.name == "prod")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("app/storage.bicep", "publicNetworkAccess bool", "publicNetwork bool", "unknown parameters"),
        ("app/cosmos.bicep", "account.properties", "acount.properties", "acount is not declared"),
        ("main.bicep", "storage.outputs.name", "storage.outputs.nam", "no 'nam' in"),
        ("main.bicep", "    logCapGb: logCapGb\n", "", "the parameter logCapGb is not given"),
        ("main.bicep", "    logCapGb: logCapGb\n", "    logCapGb: location\n", "not of type int"),
        ("app/cosmos.bicep", "resource account", "var spare = 1\nresource account", "nothing uses"),
        (
            "app/function.bicep",
            "__accountName: storageName",
            "__accountName: storage.properties.primaryEndpoints.blob",
            "storage.properties is not known",
        ),
        ("app/function.bicep", "items(settings)", "items(plan.properties)", "plan.properties is not known"),
        (
            "main.bicep",
            "if (usesAzureOpenAi)",
            "if (empty(storage.outputs.id))",
            "storage.outputs is not known",
        ),
        ("app/rbac.bicep", "guid(insights.id", "guid(insights.kind", "insights.kind is not known"),
        ("app/openai.bicep", "kind: 'OpenAI'", "kind 'OpenAI'", "does not parse"),
        ("app/openai.bicep", "  kind: 'OpenAI'\n", "  kind: 'OpenAI'\n  kind: 'AIServices'\n", "BCP025"),
        ("app/openai.bicep", "  kind: 'OpenAI'\n", "  kind: 'OpenAI',\n", "BCP238"),
        ("app/openai.bicep", "name: string, model", "name: string model", "BCP236"),
        ("app/openai.bicep", "kind: 'OpenAI'", "kind: 'Open\\AI'", "BCP006"),
        ("app/openai.bicep", "param tags object\n", "param tags object param more object\n", "begins a line"),
        ("app/openai.bicep", "param tags object\n", "param tags object\nparam name int\n", "declared twice"),
        ("main.bicep", "output APP_URL string", "output APP_URL int", "not of type int"),
        ("prod.bicepparam", "Name = 'prod'", "Name = 'production-of-this-app'", "the most is 20"),
        ("prod.bicepparam", "logCapGb = 5", "logCapGb = 0", "the least is 1"),
        ("prod.bicepparam", "modelSource = 'create'", "modelSource = 'crate'", "allowed are"),
        ("prod.bicepparam", "  alwaysReadyQueue: 0\n", "", "needs exactly the properties"),
    ],
)
def test_the_check_sees_what_a_compiler_would(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    copy = shutil.copytree(INFRA, tmp_path / "infra")
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new))
    with pytest.raises(BicepError, match=message):
        deploy(copy / "prod.bicepparam")


@pytest.mark.parametrize(
    ("kind", "change", "message"),
    [
        ("Microsoft.Storage/storageAccounts", {"networkAcls": {"defaultAction": "Block"}}, "must be one of"),
        ("Microsoft.Storage/storageAccounts", {"allowSharedKeyAcess": False}, "is no property of it"),
        ("Microsoft.Storage/storageAccounts", {"allowSharedKeyAccess": "false"}, "must be a bool"),
        ("Microsoft.DocumentDB/databaseAccounts", {"documentEndpoint": "https://x"}, "cannot be set"),
        ("Microsoft.DocumentDB/databaseAccounts", {"backupPolicy": {"type": "Nightly"}}, "must be one of"),
    ],
)
def test_the_types_refuse_what_azure_would(
    production: Deployment, kind: str, change: dict[str, object], message: str
) -> None:
    resource, types = production.one(kind), schema.load()[kind]["types"]
    body = {**resource.body, "properties": {**resource.properties, **change}}
    (problem,) = schema.problems(types, "@body", body, kind, set())
    assert message in problem

"""Facts of Azure that the deployment relies on, each with the page that says so (Microsoft Learn)."""

ROLES = {
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
    "974c5e8b-45b9-4653-ba55-5f855dd0fb88": "Storage Queue Data Contributor",
    "3913510d-42f4-4e42-8a64-420c390055eb": "Monitoring Metrics Publisher",
    "43d0d8ad-25c7-4714-9337-8ba259a9fe05": "Monitoring Reader",
    "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
    "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd": "Cognitive Services OpenAI User",
}
"""Azure built-in roles."""

COSMOS_ROLES = {"00000000-0000-0000-0000-000000000002": "Cosmos DB Built-in Data Contributor"}
"""Connect to Azure Cosmos DB for NoSQL using role-based access control: built-in role definitions."""

METRICS = {
    # Supported metrics for Microsoft.DocumentDB/DatabaseAccounts
    ("Microsoft.DocumentDB/databaseAccounts", "TotalRequestUnits"): {"Total", "Average", "Maximum"},
    # Supported metrics for Microsoft.Logic/Workflows
    ("Microsoft.Logic/workflows", "RunsFailed"): {"Total"},
}
"""Metric → its aggregations."""

METRIC_WINDOWS = {"PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"}
"""Understand how metric alerts work: time granularities; a window of more than a day there is none."""

LOG_ALERT_WINDOWS = {"PT5M", "PT10M", "PT15M", "PT30M", "PT1H", "PT2H", "PT6H", "P1D", "P2D"}
"""Create or edit a log search alert rule: aggregation granularities; the longest is two days."""

PLATFORM_SETTINGS = {
    # App settings reference for Azure Functions
    "APPLICATIONINSIGHTS_CONNECTION_STRING",
    "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    "AzureWebJobsDisableHomepage",
    "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
    "AzureWebJobsStorage__accountName",
    # Guidance for developing Azure Functions: common properties for identity-based connections
    "AzureWebJobsStorage__credential",
    "AzureWebJobsStorage__clientId",
    "COSMOS__accountEndpoint",
    "COSMOS__credential",
    "COSMOS__clientId",
    # host.json reference: AzureFunctionsJobHost__path__to__setting
    "AzureFunctionsJobHost__extensions__queues__batchSize",
    # Credential chains in the Azure Identity library for Python
    "AZURE_CLIENT_ID",
    "AZURE_TOKEN_CREDENTIALS",
}

TABLES = {
    # Azure Monitor Logs reference: AppTraces, AppRequests
    "AppTraces": (
        "(TimeGenerated: datetime, Message: string, SeverityLevel: int, ItemCount: int, OperationId: string, "
        "OperationName: string, Properties: dynamic)"
    ),
    "AppRequests": (
        "(TimeGenerated: datetime, Name: string, Url: string, Success: bool, DurationMs: real, ItemCount: int, "
        "OperationName: string, Properties: dynamic)"
    ),
}
"""The columns that queries may use."""

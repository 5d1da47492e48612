// Everything the app needs in one resource group: `azd up`, or
// az deployment sub create --location LOCATION --template-file infra/main.bicep --parameters infra/dev.bicepparam
targetScope = 'subscription'

@description('Name of the environment (dev, staging, prod, or one\'s own); part of every name and the azd tag.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region. Must offer Flex Consumption: az functionapp list-flexconsumption-locations')
param location string

@description('Where the model is: none (deterministic scores only), an Azure OpenAI account created here, an existing one, or any compatible server.')
@allowed(['none', 'create', 'existing', 'compatible'])
param modelSource string = 'none'

@description('The existing Azure OpenAI account, and which of its deployments the app calls (modelSource existing).')
param existingOpenAi { name: string, resourceGroup: string, deployment: string } = {
  name: ''
  resourceGroup: ''
  deployment: ''
}

@description('What is deployed in the account created here (modelSource create); capacity in thousands of tokens per minute.')
param openAiDeployment { name: string, model: string, version: string, sku: string, capacity: int } = {
  name: 'gpt-5.4-mini'
  model: 'gpt-5.4-mini'
  version: '2026-03-17'
  sku: 'GlobalStandard'
  capacity: 50
}

@description('Base URL and model of the compatible server (modelSource compatible). Its key is put into the Key Vault by hand.')
param compatibleModel { baseUrl: string, model: string } = { baseUrl: '', model: '' }

@description('Scale of the function app. Always ready instances cost by the hour, also when idle.')
param scale {
  maximumInstanceCount: int
  instanceMemoryMB: 512 | 2048 | 4096
  httpConcurrency: int
  queueBatchSize: int
  alwaysReadyHttp: int
  alwaysReadyQueue: int
} = {
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  httpConcurrency: 16
  queueBatchSize: 8
  alwaysReadyHttp: 0
  alwaysReadyQueue: 0
}

@description('Zone-redundant storage, database and plan. The platform then keeps two instances ready, and bills them, for each group or function that scales by itself: docs/cost.md.')
param zoneRedundant bool = false

@description('Virtual network with private endpoints; stores, model and vault are then closed to the internet.')
param privateNetwork bool = false

@description('Days to which Cosmos DB can be restored, to any second of them. Seven cost nothing extra.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param cosmosBackup string = 'Continuous7Days'

@description('Account that `az cosmosdb restore` made and that takes the place of the environment\'s own: docs/runbook.md. Empty: none.')
param restoredCosmos string = ''

@description('Log Analytics stops taking data in for the day beyond so many gigabytes.')
@minValue(1)
param logCapGb int = 1

@description('Cut user ids out of the addresses that the platform logs (a workspace transformation).')
param maskUserIds bool = false

@description('New analyses per user and UTC day; 0: no limit.')
@minValue(0)
param dailyAnalysesPerUser int = 200

@description('Origins of pages hosted elsewhere that may call the API, https://page.example; the app\'s own page needs none.')
param allowedOrigins string[] = []

@description('Custom metrics by OpenTelemetry; the package must be built for it: docs/runbook.md.')
param customMetrics bool = false

@description('Resource id of the action group that is told of alerts; empty: they show in the portal only.')
param actionGroupId string = ''

@description('Monthly budget of the resource group in the subscription\'s currency; start: first day of a month, YYYY-MM-01; empty start: no budget.')
param budget { amount: int, start: string } = { amount: 50, start: '' }

@description('Request units that raise an alert: in 24 hours, and since the first of the month (UTC).')
param requestUnitLimits { day: int, month: int } = { day: 10000, month: 50000 }

var tags = { 'azd-env-name': environmentName }
var token = uniqueString(subscription().id, environmentName, location)
var usesAzureOpenAi = modelSource == 'create' || modelSource == 'existing'
var openAiGroup = modelSource == 'existing' ? existingOpenAi.resourceGroup : group.name
var openAiName = modelSource == 'existing' ? existingOpenAi.name : 'oai-${token}'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-cv-checker-${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
  }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    logCapGb: logCapGb
    maskUserIds: maskUserIds
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'st${token}'
    zoneRedundant: zoneRedundant
    publicNetworkAccess: !privateNetwork
  }
}

module cosmos 'app/cosmos.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: empty(restoredCosmos) ? 'cosmos-${token}' : restoredCosmos
    backup: cosmosBackup
    // A restore makes an account without, and none can be changed to it.
    zoneRedundant: zoneRedundant && empty(restoredCosmos)
    publicNetworkAccess: !privateNetwork
  }
}

module openAi 'app/openai.bicep' = if (modelSource == 'create') {
  scope: group
  params: {
    location: location
    tags: tags
    name: openAiName
    deployment: openAiDeployment
    publicNetworkAccess: !privateNetwork
  }
}

module vault 'app/vault.bicep' = if (modelSource == 'compatible') {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'kv-${token}'
    publicNetworkAccess: !privateNetwork
  }
}

module network 'app/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    storageId: storage.outputs.id
    cosmosId: cosmos.outputs.id
    openAiId: modelSource == 'create' ? openAi!.outputs.id : ''
    vaultId: modelSource == 'compatible' ? vault!.outputs.id : ''
  }
}

module rbac 'app/rbac.bicep' = {
  scope: group
  params: {
    appPrincipalId: identity.outputs.appPrincipalId
    watchPrincipalId: identity.outputs.watchPrincipalId
    storageName: storage.outputs.name
    cosmosName: cosmos.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module vaultAccess 'app/rbac-vault.bicep' = if (modelSource == 'compatible') {
  scope: group
  params: {
    vaultName: vault!.outputs.name
    appPrincipalId: identity.outputs.appPrincipalId
  }
}

module openAiAccess 'app/rbac-openai.bicep' = if (usesAzureOpenAi) {
  scope: resourceGroup(openAiGroup)
  params: {
    accountName: openAiName
    appPrincipalId: identity.outputs.appPrincipalId
  }
  dependsOn: [openAi]
}

module functionApp 'app/function.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    scale: scale
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.appId
    identityClientId: identity.outputs.appClientId
    storageName: storage.outputs.name
    deploymentContainer: storage.outputs.deploymentContainer
    cosmosEndpoint: cosmos.outputs.endpoint
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    dailyAnalysesPerUser: dailyAnalysesPerUser
    allowedOrigins: allowedOrigins
    customMetrics: customMetrics
    azureOpenAi: {
      endpoint: usesAzureOpenAi ? openAiAccess!.outputs.endpoint : ''
      deployment: modelSource == 'existing' ? existingOpenAi.deployment : openAiDeployment.name
    }
    compatibleModel: {
      baseUrl: modelSource == 'compatible' ? compatibleModel.baseUrl : ''
      model: compatibleModel.model
      keySecretUri: modelSource == 'compatible' ? vault!.outputs.modelKeyUri : ''
    }
  }
  // A worker that starts before its roles exist answers 503 until it is restarted.
  dependsOn: [rbac, vaultAccess]
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    cosmosId: cosmos.outputs.id
    watchIdentityId: identity.outputs.watchId
    actionGroupId: actionGroupId
    budget: budget
    requestUnitLimits: requestUnitLimits
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = functionApp.outputs.name
output APP_URL string = functionApp.outputs.url
// Named as the settings that the operators' commands read: docs/runbook.md.
output COSMOS__accountEndpoint string = cosmos.outputs.endpoint
output AzureWebJobsStorage__queueServiceUri string = storage.outputs.queueEndpoint
output MODEL_KEY_VAULT string = modelSource == 'compatible' ? vault!.outputs.name : ''

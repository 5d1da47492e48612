// The function app on Flex Consumption. Every connection is an identity's; no setting holds a key.
param location string
param tags object
param token string
param scale {
  maximumInstanceCount: int
  instanceMemoryMB: int
  httpConcurrency: int
  queueBatchSize: int
  alwaysReadyHttp: int
  alwaysReadyQueue: int
}
param zoneRedundant bool
param identityId string
param identityClientId string
param storageName string
param deploymentContainer string
param cosmosEndpoint string
param insightsConnectionString string
@description('Empty: no virtual network.')
param subnetId string
param dailyAnalysesPerUser int
param allowedOrigins string[]
@description('The package must hold azure-monitor-opentelemetry then: docs/runbook.md.')
param customMetrics bool
@description('Empty endpoint: not used.')
param azureOpenAi { endpoint: string, deployment: string }
@description('Empty baseUrl: not used.')
param compatibleModel { baseUrl: string, model: string, keySecretUri: string }

var commonSettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The name of the setting decides: the host and the app's own client both read these. By the account's name and not by
  // addresses, with which the host may fail to start (Azure/azure-functions-host, issue 11787); and the settings are
  // looped over, so that nothing in them may be read from Azure.
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  COSMOS__accountEndpoint: cosmosEndpoint
  COSMOS__credential: 'managedidentity'
  COSMOS__clientId: identityClientId
  // What the SDKs' default credential goes by, so that it tries nothing but this identity.
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  // The app serves its own page at /.
  AzureWebJobsDisableHomepage: 'true'
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '9437184'
  AzureFunctionsJobHost__extensions__queues__batchSize: string(scale.queueBatchSize)
  // Each run costs two queries, also when there is nothing to rescue: docs/cost.md.
  RESCUE_SCHEDULE: '0 */15 * * * *'
  DAILY_ANALYSES_PER_USER: string(dailyAnalysesPerUser)
}
var azureOpenAiSettings = {
  AZURE_OPENAI_ENDPOINT: azureOpenAi.endpoint
  AZURE_OPENAI_DEPLOYMENT: azureOpenAi.deployment
}
var compatibleSettings = {
  OPENAI_BASE_URL: compatibleModel.baseUrl
  OPENAI_MODEL: compatibleModel.model
  OPENAI_API_KEY: '@Microsoft.KeyVault(SecretUri=${compatibleModel.keySecretUri})'
}
var customMetricSettings = {
  AzureFunctionsJobHost__telemetryMode: 'OpenTelemetry'
  PYTHON_APPLICATIONINSIGHTS_ENABLE_TELEMETRY: 'true'
}
var settings = union(
  commonSettings,
  customMetrics ? customMetricSettings : {},
  empty(azureOpenAi.endpoint) ? {} : azureOpenAiSettings,
  empty(compatibleModel.baseUrl) ? {} : compatibleSettings
)
var alwaysReadyHttp = {
  name: 'http'
  instanceCount: scale.alwaysReadyHttp
}
var alwaysReadyQueue = {
  name: 'function:run_analysis'
  instanceCount: scale.alwaysReadyQueue
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      cors: {
        allowedOrigins: allowedOrigins
        supportCredentials: false
      }
      appSettings: [
        for setting in items(settings): {
          name: setting.key
          value: setting.value
        }
      ]
    }
    functionAppConfig: {
      runtime: {
        name: 'python'
        version: '3.13'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: scale.maximumInstanceCount
        instanceMemoryMB: scale.instanceMemoryMB
        alwaysReady: concat(
          scale.alwaysReadyHttp > 0 ? [alwaysReadyHttp] : [],
          scale.alwaysReadyQueue > 0 ? [alwaysReadyQueue] : []
        )
        triggers: {
          http: {
            perInstanceConcurrency: scale.httpConcurrency
          }
        }
      }
      // Instances are drained in turn, so that no request and no run is cut off by a deployment. Documented under
      // "Site update strategies in Flex Consumption" (a preview there), and missing from the published types.
      #disable-next-line BCP037
      siteUpdateStrategy: {
        type: 'RollingUpdate'
      }
    }
  }

  // Publishing by user name and password is off; tools use Entra ID.
  resource basicAuth 'basicPublishingCredentialsPolicies' = [
    for endpoint in ['ftp', 'scm']: {
      name: endpoint
      properties: {
        allow: false
      }
    }
  ]
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'

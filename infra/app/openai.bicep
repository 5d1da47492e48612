// Azure OpenAI account with one deployment; keys are off.
param location string
param tags object
param name string
param deployment { name: string, model: string, version: string, sku: string, capacity: int }
param publicNetworkAccess bool

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: {
    name: 'S0'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: publicNetworkAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicNetworkAccess ? 'Allow' : 'Deny'
    }
  }

  resource model 'deployments' = {
    name: deployment.name
    sku: {
      name: deployment.sku
      capacity: deployment.capacity
    }
    properties: {
      model: {
        format: 'OpenAI'
        name: deployment.model
        version: deployment.version
      }
      // A newer model scores differently: the engine version, and with it the ids of analyses, must change first.
      versionUpgradeOption: 'NoAutoUpgrade'
    }
  }
}

output id string = account.id

// Serverless account with the one container, defined in infra/cosmos-container.json for every environment alike.
param location string
param tags object
param name string
param backup string
@description('Kept for good: an account cannot be changed to it, or from it.')
param zoneRedundant bool
param publicNetworkAccess bool

var definition = loadJsonContent('../cosmos-container.json')

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: backup
      }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: publicNetworkAccess ? 'Enabled' : 'Disabled'
  }

  resource database 'sqlDatabases' = {
    name: definition.databaseId
    properties: {
      resource: {
        id: definition.databaseId
      }
    }

    resource container 'containers' = {
      name: definition.container.id
      properties: {
        resource: definition.container
      }
    }
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint

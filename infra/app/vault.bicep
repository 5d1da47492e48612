// For the one thing that cannot be an identity: the key of a compatible model server. Its value is set by hand
// (docs/runbook.md), never by a deployment.
param location string
param tags object
param name string
param publicNetworkAccess bool

var secretName = 'model-api-key'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: publicNetworkAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: publicNetworkAccess ? 'Allow' : 'Deny'
    }
  }
}

output id string = vault.id
output name string = vault.name
// Without a version: the app follows a rotated key within a day.
output modelKeyUri string = '${vault.properties.vaultUri}secrets/${secretName}'

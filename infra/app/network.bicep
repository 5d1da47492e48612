// Virtual network for the function app, and a private endpoint with its DNS zone for each store it talks to.
param location string
param tags object
param token string
param storageId string
param cosmosId string
@description('Empty: none.')
param openAiId string
@description('Empty: none.')
param vaultId string

var always = [
  {
    name: 'blob'
    group: 'blob'
    zone: 'privatelink.blob.${environment().suffixes.storage}'
    target: storageId
  }
  {
    name: 'queue'
    group: 'queue'
    zone: 'privatelink.queue.${environment().suffixes.storage}'
    target: storageId
  }
  {
    name: 'cosmos'
    group: 'Sql'
    zone: 'privatelink.documents.azure.com'
    target: cosmosId
  }
]
var forOpenAi = {
  name: 'openai'
  group: 'account'
  zone: 'privatelink.openai.azure.com'
  target: openAiId
}
var forVault = {
  name: 'vault'
  group: 'vault'
  zone: 'privatelink.vaultcore.azure.net'
  target: vaultId
}
var endpoints = concat(always, empty(openAiId) ? [] : [forOpenAi], empty(vaultId) ? [] : [forVault])

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.0.0.0/16']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.0.0.0/24'
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.1.0/24'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for endpoint in endpoints: {
    name: endpoint.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (endpoint, index) in endpoints: {
    parent: zones[index]
    name: 'app'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for endpoint in endpoints: {
    // Named after its target, which can never be another one: "Cannot change the private link connection".
    name: 'pe-${endpoint.name}-${uniqueString(endpoint.target)}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: network::endpointSubnet.id
      }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: endpoint.target
            groupIds: [endpoint.group]
          }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.name
          properties: {
            privateDnsZoneId: zones[index].id
          }
        }
      ]
    }
  }
]

output appSubnetId string = network::appSubnet.id

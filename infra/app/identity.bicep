// Two identities: the app's, and one that may read the metrics of Cosmos DB and nothing else.
param location string
param tags object
param token string

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-app-${token}'
  location: location
  tags: tags
}

resource watch 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-watch-${token}'
  location: location
  tags: tags
}

output appId string = app.id
output appClientId string = app.properties.clientId
output appPrincipalId string = app.properties.principalId
output watchId string = watch.id
output watchPrincipalId string = watch.properties.principalId

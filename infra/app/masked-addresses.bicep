// Cuts the user id out of addresses before they are stored: /api/v1/users/{userId}/data is the one that has it, and
// whoever knows a user id has that user's data.
param location string
param tags object
param token string
param workspaceId string

var destination = 'workspace'
// The host writes a request's path into its properties, too (HttpPath), and names it after its path until it knows the
// function.
var columns = [
  {
    table: 'AppRequests'
    column: 'Url'
  }
  {
    table: 'AppTraces'
    column: 'Message'
  }
]
var named = 'Name = iff(Name contains "/users/user-", "-", Name), '
var operation = 'OperationName = iff(OperationName contains "/users/user-", "-", OperationName)'
var properties = 'Properties = iff(tostring(Properties) contains "/users/user-", parse_json("{}"), Properties)'

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-masked-addresses-${token}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: destination
          workspaceResourceId: workspaceId
        }
      ]
    }
    dataFlows: [
      for one in columns: {
        streams: ['Microsoft-Table-${one.table}']
        destinations: [destination]
        transformKql: 'source | extend ${one.column} = iff(${one.column} contains "/users/user-", strcat(substring(${one.column}, 0, indexof(${one.column}, "/users/user-")), "/users/-"), ${one.column}), ${one.table == 'AppRequests' ? named : ''}${operation}, ${properties}'
      }
    ]
  }
}

output id string = rule.id

// Logs and telemetry, with a daily cap, taken in by identity only.
param location string
param tags object
param token string
param logCapGb int
param maskUserIds bool

var workspaceName = 'log-${token}'

module workspace 'workspace.bicep' = {
  params: {
    location: location
    tags: tags
    name: workspaceName
    logCapGb: logCapGb
    transformsId: ''
  }
}

module maskedAddresses 'masked-addresses.bicep' = if (maskUserIds) {
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: workspace.outputs.id
  }
}

module transformedWorkspace 'workspace.bicep' = if (maskUserIds) {
  params: {
    location: location
    tags: tags
    name: workspaceName
    logCapGb: logCapGb
    transformsId: maskedAddresses!.outputs.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.outputs.id
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.outputs.id
output insightsName string = insights.name
output insightsConnectionString string = insights.properties.ConnectionString

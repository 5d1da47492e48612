// The Log Analytics workspace. Deployed a second time where what it takes in is transformed: the rule for that names
// the workspace, and the workspace the rule.
param location string
param tags object
param name string
param logCapGb int
@description('Empty: nothing is transformed.')
param transformsId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
    workspaceCapping: {
      dailyQuotaGb: logCapGb
    }
    features: {
      disableLocalAuth: true
    }
    defaultDataCollectionRuleResourceId: empty(transformsId) ? null : transformsId
  }
}

output id string = workspace.id

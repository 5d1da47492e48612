// Request units since the first of the month. A metric alert looks back one day and a log alert two, so a workflow
// reads the metric once a day and ends as failed above the limit, which a metric alert on the workflow tells. A
// workflow that cannot read the metric fails as well: no news is not taken for good news.
param location string
param tags object
param cosmosId string
param watchIdentityId string
param actionGroups string[]
param limit int

var metrics = '${environment().resourceManager}${substring(cosmosId, 1)}/providers/Microsoft.Insights/metrics'
// The answer's one number: value[0].timeseries[0].data[0].total; the lists are empty when nothing was counted.
var series = 'first(coalesce(first(body(\'read_metric\')?[\'value\'])?[\'timeseries\'], json(\'[]\')))'
var data = 'first(coalesce(${series}?[\'data\'], json(\'[]\')))'

resource watch 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'cv-checker-request-units-month'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${watchIdentityId}': {}
    }
  }
  properties: {
    state: 'Enabled'
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {
        daily: {
          type: 'Recurrence'
          recurrence: {
            frequency: 'Day'
            interval: 1
            timeZone: 'UTC'
            schedule: {
              hours: [6]
              minutes: [0]
            }
          }
        }
      }
      actions: {
        read_metric: {
          type: 'Http'
          inputs: {
            method: 'GET'
            uri: metrics
            queries: {
              'api-version': '2023-10-01'
              metricnames: 'TotalRequestUnits'
              aggregation: 'Total'
              interval: 'FULL' // one sum for the whole time span
              timespan: '@{startOfMonth(utcNow(), \'yyyy-MM-ddTHH:mm:ssZ\')}/@{utcNow(\'yyyy-MM-ddTHH:mm:ssZ\')}'
            }
            authentication: {
              type: 'ManagedServiceIdentity'
              identity: watchIdentityId
              audience: environment().resourceManager
            }
          }
        }
        compare: {
          type: 'If'
          expression: {
            and: [
              {
                greater: ['@coalesce(${data}?[\'total\'], 0)', limit]
              }
            ]
          }
          actions: {
            above_limit: {
              type: 'Terminate'
              inputs: {
                runStatus: 'Failed'
                runError: {
                  code: 'AboveLimit'
                  message: 'More than ${limit} request units since the first of the month.'
                }
              }
            }
          }
          runAfter: {
            read_metric: ['Succeeded']
          }
        }
      }
    }
  }
}

resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'cv-checker-request-units-month'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB used more than ${limit} request units since the first of the month, or that could not be read.'
    severity: 2
    enabled: true
    scopes: [watch.id]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'failed-runs'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Logic/workflows'
          metricName: 'RunsFailed'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: [for id in actionGroups: { actionGroupId: id }]
  }
}

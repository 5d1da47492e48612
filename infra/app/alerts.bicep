// What the person on call is told; docs/runbook.md has a section for each name.
param location string
param tags object
param workspaceId string
param cosmosId string
param watchIdentityId string
param actionGroupId string
param budget { amount: int, start: string }
param requestUnitLimits { day: int, month: int }

var actionGroups = empty(actionGroupId) ? [] : [actionGroupId]

// Severity 1: users are affected now; 2: they will be; 3: look at it in working hours.
var rules = [
  {
    name: 'error-rate'
    description: 'More than 5 % of at least 20 requests in 15 minutes were answered with 500 or 503.'
    query: loadTextContent('../queries/error-rate.kql')
    column: 'errorPercent'
    operator: 'GreaterThan'
    threshold: 5
    window: 'PT15M'
    severity: 1
  }
  {
    name: 'p95'
    description: '5 % of at least 20 requests that wait for nothing took more than 2 s in 15 minutes.'
    query: loadTextContent('../queries/p95.kql')
    column: 'p95Ms'
    operator: 'GreaterThan'
    threshold: 2000
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'poison'
    description: 'A message was given up after its last delivery; its analysis is marked failed.'
    query: loadTextContent('../queries/poison.kql')
    column: 'messages'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'oldest-unfinished'
    description: 'An accepted analysis has neither completed nor failed within 15 minutes.'
    query: loadTextContent('../queries/oldest-unfinished.kql')
    column: 'oldestSeconds'
    operator: 'GreaterThan'
    threshold: 900
    window: 'PT6H'
    severity: 1
  }
  {
    name: 'model-failures'
    description: 'More than 10 runs in 15 minutes got no reading from the model; their results are deterministic.'
    query: loadTextContent('../queries/model-failures.kql')
    column: 'failures'
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'silence'
    description: 'The timer, due every 15 minutes, did not run in an hour: the app is down, or its telemetry is.'
    query: loadTextContent('../queries/silence.kql')
    column: 'runs'
    operator: 'LessThan'
    threshold: 1
    window: 'PT1H'
    severity: 1
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'cv-checker-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'CV Checker: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      windowSize: rule.window
      evaluationFrequency: 'PT5M'
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: rule.column
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      // The tables of a workspace that has received nothing yet may not be known to it.
      skipQueryValidation: true
      actions: {
        actionGroups: actionGroups
      }
    }
  }
]

resource requestUnitsPerDay 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'cv-checker-request-units-day'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB used more than ${requestUnitLimits.day} request units in 24 hours.'
    severity: 3
    enabled: true
    scopes: [cosmosId]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'request-units'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequestUnits'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: requestUnitLimits.day
        }
      ]
    }
    autoMitigate: true
    actions: [for id in actionGroups: { actionGroupId: id }]
  }
}

module requestUnitsPerMonth 'request-units-month.bicep' = {
  params: {
    location: location
    tags: tags
    cosmosId: cosmosId
    watchIdentityId: watchIdentityId
    actionGroups: actionGroups
    limit: requestUnitLimits.month
  }
}

resource costs 'Microsoft.Consumption/budgets@2024-08-01' = if (!empty(budget.start)) {
  name: 'cv-checker-budget'
  properties: {
    category: 'Cost'
    amount: budget.amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: '${budget.start}T00:00:00Z'
    }
    notifications: {
      actual: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactRoles: ['Owner']
        contactGroups: actionGroups
      }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactRoles: ['Owner']
        contactGroups: actionGroups
      }
    }
  }
}

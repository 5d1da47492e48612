// The workbook: one tile for each query that a person looks at; the queries are files of their own, and run as they are.
param location string
param tags object
param workspaceId string

var tiles = [
  {
    title: 'Requests and their latency (ms)'
    query: loadTextContent('../queries/latency.kql')
    view: 'table'
  }
  {
    title: 'Errors by operation'
    query: loadTextContent('../queries/errors.kql')
    view: 'table'
  }
  {
    title: 'Defects'
    query: loadTextContent('../queries/defects.kql')
    view: 'table'
  }
  {
    title: 'Outcomes of analyses'
    query: loadTextContent('../queries/outcomes.kql')
    view: 'table'
  }
  {
    title: 'Queue wait and run time (ms)'
    query: loadTextContent('../queries/queue-wait.kql')
    view: 'timechart'
  }
  {
    title: 'Unfinished analyses, and the oldest (s)'
    query: loadTextContent('../queries/oldest-unfinished.kql')
    view: 'table'
  }
  {
    title: 'Messages given up'
    query: loadTextContent('../queries/poison.kql')
    view: 'table'
  }
  {
    title: 'Request units by operation'
    query: loadTextContent('../queries/request-units.kql')
    view: 'table'
  }
  {
    title: 'Request units this month'
    query: loadTextContent('../queries/request-units-by-day.kql')
    view: 'timechart'
  }
  {
    title: 'Failures of the stores'
    query: loadTextContent('../queries/store-failures.kql')
    view: 'table'
  }
  {
    title: 'Failures of the model'
    query: loadTextContent('../queries/model-failures.kql')
    view: 'table'
  }
  {
    title: 'Tokens by hour'
    query: loadTextContent('../queries/tokens.kql')
    view: 'timechart'
  }
  {
    title: 'Cost by day (US dollars)'
    query: loadTextContent('../queries/cost.kql')
    view: 'table'
  }
]
var timeRange = {
  type: 9
  content: {
    version: 'KqlParameterItem/1.0'
    parameters: [
      {
        id: guid('cv-checker', 'time-range')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time range'
        type: 4
        isRequired: true
        typeSettings: {
          selectableValues: [
            { durationMs: 3600000 }
            { durationMs: 14400000 }
            { durationMs: 86400000 }
            { durationMs: 604800000 }
            { durationMs: 2592000000 }
          ]
        }
        value: {
          durationMs: 86400000
        }
      }
    ]
  }
  name: 'time range'
}
var charts = [
  for tile in tiles: {
    type: 3
    content: {
      version: 'KqlItem/1.0'
      title: tile.title
      query: tile.query
      size: 0
      queryType: 0
      resourceType: 'microsoft.operationalinsights/workspaces'
      timeContextFromParameter: 'TimeRange'
      visualization: tile.view
    }
    name: tile.title
  }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'cv-checker-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'CV Checker'
    sourceId: workspaceId
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([timeRange], charts)
      fallbackResourceIds: [workspaceId]
    })
  }
}

using './main.bicep'

param environmentName = 'prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param modelSource = 'create'
param openAiDeployment = {
  name: 'gpt-5.4-mini'
  model: 'gpt-5.4-mini'
  version: '2026-03-17'
  sku: 'GlobalStandard'
  capacity: 200
}
// Always ready for requests, so that the first visitor of the day waits for none: two, as zone redundancy wants it.
param scale = {
  maximumInstanceCount: 100
  instanceMemoryMB: 2048
  httpConcurrency: 16
  queueBatchSize: 8
  alwaysReadyHttp: 2
  alwaysReadyQueue: 0
}
param zoneRedundant = true
param privateNetwork = true
param maskUserIds = true
param cosmosBackup = 'Continuous30Days'
param restoredCosmos = readEnvironmentVariable('RESTORED_COSMOS', '')
param logCapGb = 5
param actionGroupId = readEnvironmentVariable('ACTION_GROUP_ID', '')
param budget = {
  amount: 300
  start: readEnvironmentVariable('BUDGET_START', '')
}

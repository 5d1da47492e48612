// As production, smaller: what is tried here is what runs there.
using './main.bicep'

param environmentName = 'staging'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param modelSource = 'create'
param openAiDeployment = {
  name: 'gpt-5.4-mini'
  model: 'gpt-5.4-mini'
  version: '2026-03-17'
  sku: 'GlobalStandard'
  capacity: 20
}
param scale = {
  maximumInstanceCount: 10
  instanceMemoryMB: 2048
  httpConcurrency: 16
  queueBatchSize: 8
  alwaysReadyHttp: 0
  alwaysReadyQueue: 0
}
param privateNetwork = true
param maskUserIds = true
param restoredCosmos = readEnvironmentVariable('RESTORED_COSMOS', '')
param actionGroupId = readEnvironmentVariable('ACTION_GROUP_ID', '')

// As production, smaller: what is tried here is what runs there.
using './main.bicep'

param environmentName = 'staging'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param modelSource = 'create'
param openAiDeployment = {
  name: 'gpt-4.1-mini'
  model: 'gpt-4.1-mini'
  version: '2025-04-14'
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
param actionGroupId = readEnvironmentVariable('ACTION_GROUP_ID', '')

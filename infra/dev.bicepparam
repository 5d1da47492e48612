// One's own environment: no model, scales to zero, at most a few instances.
using './main.bicep'

param environmentName = 'dev'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param restoredCosmos = readEnvironmentVariable('RESTORED_COSMOS', '')
param scale = {
  maximumInstanceCount: 5
  instanceMemoryMB: 2048
  httpConcurrency: 16
  queueBatchSize: 8
  alwaysReadyHttp: 0
  alwaysReadyQueue: 0
}

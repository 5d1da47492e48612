// For azd, which sets AZURE_ENV_NAME and AZURE_LOCATION; the rest with `azd env set NAME VALUE`.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param modelSource = readEnvironmentVariable('MODEL_SOURCE', 'none')
param existingOpenAi = {
  name: readEnvironmentVariable('EXISTING_OPENAI_NAME', '')
  resourceGroup: readEnvironmentVariable('EXISTING_OPENAI_RESOURCE_GROUP', '')
  deployment: readEnvironmentVariable('EXISTING_OPENAI_DEPLOYMENT', '')
}
param compatibleModel = {
  baseUrl: readEnvironmentVariable('MODEL_BASE_URL', '')
  model: readEnvironmentVariable('MODEL_NAME', '')
}
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param restoredCosmos = readEnvironmentVariable('RESTORED_COSMOS', '')
param actionGroupId = readEnvironmentVariable('ACTION_GROUP_ID', '')
param budget = {
  amount: 50
  start: readEnvironmentVariable('BUDGET_START', '')
}

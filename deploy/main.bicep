// CPS Roadmap: everything that one installation runs on, in one resource group.
// deploy/registry.bicep comes first: the container apps pull their image from that registry.
targetScope = 'resourceGroup'

@description('Name of this installation, such as test or prod. It is part of the names of the resources.')
@minLength(2)
@maxLength(8)
param environmentName string = 'prod'

@description('Where the product runs and its data is written.')
param location string = 'uksouth'

@description('Where Cosmos DB keeps a second copy of the data, and goes to when the first region fails.')
param secondaryLocation string = 'ukwest'

@description('Name of the container registry that deploy/registry.bicep made in this resource group.')
param registryName string

@description('Image in that registry, with its tag or digest, such as cps-roadmap:0.1.0.')
param image string

@description('Whom staff write to with questions about the product: an email address.')
param contactAddress string

@description('Application (client) ID of the app registration with which staff sign in to the tab.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('ID that Teams gave the app when its package was uploaded. Cards link to the tab with it. Empty until then.')
@maxLength(36)
param teamsCatalogueId string = ''

@description('For how many months answers, and what was sent to whom, are kept after questions have closed.')
@minValue(1)
@maxValue(120)
param retentionMonths int = 12

@description('Hosts that a person\'s own file may be put on, each with all names below it, with spaces between.')
param fileUploadHosts string = 'sharepoint.com'

@description('Minutes between two counts of confidential and anonymous answers. 1440 is once a day, at 8am in London.')
@minValue(1)
@maxValue(1440)
param resultsEveryMinutes int = 1440

@description('Least severe message that is logged.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most request units a second that the database scales up to, in thousands. It scales down to a tenth.')
@minValue(1000)
param cosmosMaxThroughput int = 4000

@description('Spread Cosmos DB over the zones of the first region. Turn off if the region has no capacity for it.')
param cosmosZoneRedundant bool = true

@description('Instances that send. One is enough for the limit of Teams; a second rides out the loss of the first.')
@minValue(1)
@maxValue(3)
param senderReplicas int = 1

@description('Plan of the bot resource. F0 is free; S1 has a service level agreement. Teams messages are free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'S1'

@description('Tags on every resource.')
param tags object = {
  product: 'cps-roadmap'
  environment: environmentName
}

var name = 'cps-roadmap-${toLower(environmentName)}'
var suffix = uniqueString(resourceGroup().id, environmentName)
var databaseName = 'cps-roadmap'
var queueName = 'deliveries'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    accountName: '${name}-${suffix}'
    databaseName: databaseName
    location: location
    secondaryLocation: secondaryLocation
    zoneRedundant: cosmosZoneRedundant
    maxThroughput: cosmosMaxThroughput
    principalId: identity.properties.principalId
    tags: tags
  }
}

module queue 'modules/queue.bicep' = {
  name: 'queue'
  params: {
    accountName: 'cpsroadmap${suffix}'
    queueName: queueName
    location: location
    principalId: identity.properties.principalId
    tags: tags
  }
}

module apps 'modules/apps.bicep' = {
  name: 'apps'
  params: {
    name: name
    location: location
    registryName: registryName
    image: image
    identityId: identity.id
    principalId: identity.properties.principalId
    apiClientId: apiClientId
    logRetentionDays: logRetentionDays
    senderReplicas: senderReplicas
    settings: {
      NODE_ENV: 'production'
      LOG_LEVEL: logLevel
      BOT_APP_ID: identity.properties.clientId
      BOT_APP_TYPE: 'UserAssignedMSI'
      BOT_TENANT_ID: identity.properties.tenantId
      COSMOS_ENDPOINT: cosmos.outputs.endpoint
      COSMOS_DATABASE: databaseName
      QUEUE_ENDPOINT: queue.outputs.endpoint
      QUEUE_NAME: queueName
      MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
      CONTACT_ADDRESS: contactAddress
      TEAMS_CATALOGUE_ID: teamsCatalogueId
      RETENTION_MONTHS: string(retentionMonths)
      FILE_UPLOAD_HOSTS: fileUploadHosts
      RESULTS_EVERY_MINUTES: string(resultsEveryMinutes)
    }
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    botName: '${name}-${suffix}'
    sku: botSku
    endpoint: 'https://${apps.outputs.publicHost}/api/messages'
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    tags: tags
  }
}

@description('BOT_APP_ID for building the Teams app package.')
output botAppId string = identity.properties.clientId

@description('PUBLIC_HOST for building the Teams app package.')
output publicHost string = apps.outputs.publicHost

@description('Application ID URI that the app registration of the tab must have.')
output apiAudience string = apps.outputs.apiAudience

@description('Container app that answers Teams.')
output webAppName string = apps.outputs.webAppName

@description('Container app that sends broadcasts.')
output senderAppName string = apps.outputs.senderAppName

@description('Workspace that holds the logs.')
output logWorkspaceId string = apps.outputs.logWorkspaceId

output cosmosEndpoint string = cosmos.outputs.endpoint
output queueEndpoint string = queue.outputs.endpoint

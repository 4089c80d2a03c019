// The registration of the bot with Azure Bot Service, and its channel to Teams. The bot signs in as the managed
// identity.
param botName string
param sku string

@description('Where Teams posts activities to.')
param endpoint string
param identityId string
param appId string
param tenantId string
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    displayName: 'CPS Roadmap'
    description: 'Technology updates and questions for staff of the Crown Prosecution Service'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: appId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
      acceptedTerms: true
      deploymentEnvironment: 'CommercialDeployment'
    }
  }
}

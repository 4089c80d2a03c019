// The two container apps that run the product, where they run, and where their logs go.
param name string
param location string
param registryName string
param image string
param identityId string
param principalId string
param apiClientId string
param logRetentionDays int
param senderReplicas int

@description('Environment variables that both apps share, by name.')
param settings object
param tags object

var port = 3978
// A setting that was left empty is not set at all.
var givenSettings = filter(items(settings), setting => !empty(setting.value))
var sharedEnvironment = map(givenSettings, setting => { name: setting.key, value: setting.value })
// Teams wants the host of the tab in it. The host of a container app is known before the app is made.
var apiAudience = 'api://${name}-web.${appEnvironment.properties.defaultDomain}/${apiClientId}'
var webEnvironment = [
  { name: 'ROLE', value: 'web' }
  { name: 'HOST', value: '0.0.0.0' }
  { name: 'PORT', value: string(port) }
  { name: 'API_CLIENT_ID', value: apiClientId }
  { name: 'API_AUDIENCE', value: apiAudience }
]
var senderEnvironment = [
  { name: 'ROLE', value: 'sender' }
  { name: 'HOST', value: '0.0.0.0' }
  { name: 'PORT', value: string(port) }
]
var probes = [
  {
    type: 'Startup'
    httpGet: { path: '/healthz', port: port }
    periodSeconds: 3
    failureThreshold: 10
  }
  {
    type: 'Liveness'
    httpGet: { path: '/healthz', port: port }
    periodSeconds: 10
    failureThreshold: 3
  }
  {
    type: 'Readiness'
    httpGet: { path: '/readyz', port: port }
    periodSeconds: 10
    timeoutSeconds: 5
    failureThreshold: 6
  }
]
var resources = {
  cpu: json('0.5')
  memory: '1Gi'
}

// Built in: AcrPull.
var pullImages = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource pullAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, principalId, pullImages)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pullImages)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logRetentionDays
  }
}

// The destination azure-monitor needs no workspace key: the diagnostic setting below connects the two.
resource appEnvironment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-environment'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: appEnvironment
  name: 'logs'
  properties: {
    workspaceId: logs.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource web 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${name}-web'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: appEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'web'
          image: '${registry.properties.loginServer}/${image}'
          env: concat(sharedEnvironment, webEnvironment)
          resources: resources
          probes: probes
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: 3
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
  dependsOn: [pullAccess]
}

resource sender 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${name}-sender'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: appEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      registries: [
        {
          server: registry.properties.loginServer
          identity: identityId
        }
      ]
    }
    template: {
      // Time to finish the posts in flight, some of which wait because Teams said to.
      terminationGracePeriodSeconds: 120
      containers: [
        {
          name: 'sender'
          image: '${registry.properties.loginServer}/${image}'
          // It has no ingress: only the probes reach its port.
          env: concat(sharedEnvironment, senderEnvironment)
          resources: resources
          probes: probes
        }
      ]
      scale: {
        minReplicas: senderReplicas
        maxReplicas: senderReplicas
      }
    }
  }
  dependsOn: [pullAccess]
}

output apiAudience string = apiAudience
output publicHost string = web.properties.configuration.ingress.fqdn
output webAppName string = web.name
output senderAppName string = sender.name
output logWorkspaceId string = logs.id

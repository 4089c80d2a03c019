// The container registry. Deploy it before main.bicep, so that there is an image to run.
targetScope = 'resourceGroup'

@description('Name of the registry: letters and digits only, and unique in all of Azure.')
@minLength(5)
@maxLength(50)
param registryName string

@description('Where images are kept.')
param location string = 'uksouth'

@description('Tags on the registry.')
param tags object = {
  product: 'cps-roadmap'
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: registryName
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

output loginServer string = registry.properties.loginServer

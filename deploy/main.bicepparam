// Example: copy this file, one for each installation, and change the values. None of them is a secret.
using './main.bicep'

param environmentName = 'prod'
param registryName = 'cpsroadmapexample'
param image = 'cps-roadmap:0.1.0'
param apiClientId = '00000000-0000-0000-0000-000000000000'
param contactAddress = 'technology.roadmap@example.gov.uk'
param fileUploadHosts = 'example-my.sharepoint.com'

param tags = {
  product: 'cps-roadmap'
  environment: 'prod'
  owner: 'technology.roadmap@example.gov.uk'
}

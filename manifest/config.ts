/** What the Teams app package needs to know about one installation. Each name is a placeholder in the template. */
export interface PackageConfig {
  readonly BOT_APP_ID: string;
  readonly TEAMS_APP_ID: string;
  readonly API_CLIENT_ID: string;
  readonly API_AUDIENCE: string;
  readonly PUBLIC_HOST: string;
  readonly MANIFEST_VERSION: string;
  readonly DEVELOPER_NAME: string;
  readonly WEBSITE_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: PackageConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

interface Setting {
  readonly name: Exclude<keyof PackageConfig, 'TEAMS_APP_ID' | 'API_AUDIENCE'>;
  /** Completes the sentence "X is not set. It is …". */
  readonly meaning: string;
  readonly default?: string;
  readonly fault: Fault;
}

/** The rest of the sentence "X …" when the value is wrong, or undefined when it is right. */
type Fault = (value: string) => string | undefined;

/**
 * Reads the settings of the app package from the environment. TEAMS_APP_ID is the bot's own ID unless it is set.
 * All problems come back together, so that one run is enough to see what is missing.
 */
export function readPackageConfig(
  env: Readonly<Record<string, string | undefined>>,
  defaultVersion: string,
): ConfigResult {
  const problems: string[] = [];
  const config: Partial<Record<keyof PackageConfig, string>> = {};
  for (const setting of settings(defaultVersion)) {
    const value = env[setting.name]?.trim() || setting.default;
    if (value === undefined) {
      problems.push(`${setting.name} is not set. It is ${setting.meaning}.`);
      continue;
    }
    const fault = setting.fault(value);
    if (fault === undefined) config[setting.name] = value;
    else problems.push(`${setting.name} ${fault}`);
  }
  const teamsAppId = env.TEAMS_APP_ID?.trim() || undefined;
  const teamsAppIdFault = teamsAppId && idFault(teamsAppId);
  if (teamsAppIdFault) problems.push(`TEAMS_APP_ID ${teamsAppIdFault}`);
  if (problems.length > 0) return { ok: false, problems };
  const derived = {
    TEAMS_APP_ID: teamsAppId ?? config.BOT_APP_ID,
    API_AUDIENCE: env.API_AUDIENCE?.trim() || `api://${config.PUBLIC_HOST}/${config.API_CLIENT_ID}`,
  };
  return { ok: true, config: { ...derived, ...config } as PackageConfig };
}

function settings(defaultVersion: string): readonly Setting[] {
  return [
    {
      name: 'BOT_APP_ID',
      meaning: 'the application (client) ID of the bot: the botAppId output of the deployment',
      fault: idFault,
    },
    {
      name: 'API_CLIENT_ID',
      meaning: 'the application (client) ID of the app registration with which staff sign in to the tab',
      fault: idFault,
    },
    {
      name: 'PUBLIC_HOST',
      meaning: 'the host name that the bot answers on: the publicHost output of the deployment',
      fault: hostFault,
    },
    {
      name: 'MANIFEST_VERSION',
      meaning: 'the version of the app package',
      default: defaultVersion,
      fault: versionFault,
    },
    {
      name: 'DEVELOPER_NAME',
      meaning: 'who the app is from',
      default: 'Crown Prosecution Service',
      fault: developerFault,
    },
    {
      name: 'WEBSITE_URL',
      meaning: 'the web page about the organisation',
      default: 'https://www.cps.gov.uk',
      fault: webAddressFault,
    },
    {
      name: 'PRIVACY_URL',
      meaning: 'the web page with the privacy notice of this app, for staff',
      fault: webAddressFault,
    },
    { name: 'TERMS_URL', meaning: 'the web page with the terms of use of this app, for staff', fault: webAddressFault },
  ];
}

function idFault(value: string): string | undefined {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) {
    return `is "${value}". It must be an ID such as 1b4e28ba-2fa1-4d2b-883f-0016d3cca427.`;
  }
  return /^[0-]+$/.test(value) ? 'is all zeros. Use the real application (client) ID.' : undefined;
}

function hostFault(value: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(value) || /[/:]/.test(value)) {
    return `is "${value}". Give the host name only, without https://, port or path.`;
  }
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  const isPublic = new RegExp(`^(${label}\\.)+[a-z]([a-z0-9-]*[a-z0-9])?$`, 'i').test(value);
  return isPublic ? undefined : `is "${value}". It must be a full host name such as roadmap.example.gov.uk.`;
}

/** Teams wants MAJOR.MINOR.PATCH, without a pre-release part. */
export function versionFault(value: string): string | undefined {
  const isVersion = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(value);
  return isVersion ? undefined : `is "${value}". It must be three numbers such as 1.0.0.`;
}

function developerFault(value: string): string | undefined {
  return value.length <= 32 ? undefined : `has ${value.length} characters. Teams allows 32.`;
}

function webAddressFault(value: string): string | undefined {
  return URL.canParse(value) && value.startsWith('https://')
    ? undefined
    : `is "${value}". It must be a web address that starts with https://.`;
}

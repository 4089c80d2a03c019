import { resolve } from 'node:path';
import { z } from 'zod';
import { daysBetweenPrompts } from './broadcasts/one-prompt-a-week.ts';
import { daily } from './insight/counting-times.ts';
import { usualRetentionMonths } from './rights/keeping-time.ts';
import { usualUploadHosts } from './teams/upload-hosts.ts';

/** Where the bot's inbound tokens come from, when that is not the public Bot Framework. Refused in production. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
}

export interface Config {
  readonly production: boolean;
  readonly role: 'web' | 'sender' | 'both';
  /** Port 0 is any free one: so that senders beside the web role on one machine need no ports of their own. */
  readonly http: { readonly host: string; readonly port: number };
  readonly logLevel: LogLevel;
  /** Whom staff write to when something went wrong. */
  readonly contactAddress: string;
  readonly bot: BotConfig;
  readonly api: ApiConfig;
  readonly tab: TabConfig;
  /** The Entra object id of somebody who is an administrator, whatever the directory says. */
  readonly firstAdministrator?: string;
  readonly cosmos: { readonly endpoint: string; readonly key?: string; readonly database: string };
  readonly queue: { readonly connectionString: string } | { readonly endpoint: string };
  readonly queueName: string;
  /** Whether cards wait for the sending hours; `any-time` is for development and tests. */
  readonly sendingHours: 'business' | 'any-time';
  /** A person gets at most one prompt in so many days. */
  readonly daysBetweenPrompts: number;
  /** Sends and creations that Teams takes from this app in a tenant, a second, in all processes together. */
  readonly tenantPerSecond: number;
  /** For how many months answers, and what was sent to whom, are kept after a prompt has closed. */
  readonly retentionMonths: number;
  /** The hosts to which a person's file may be uploaded, each with the hosts below it. */
  readonly fileUploadHosts: readonly string[];
  /** How often the answers to confidential and anonymous prompts are counted; 1,440 is once a day, at 8am in London. */
  readonly resultsEveryMinutes: number;
  /** How long things take while sending and counting, in milliseconds; what is left out is as usual. For tests. */
  readonly timing?: Readonly<Partial<Record<'leaseMs' | 'stalledMs' | 'sweepMs' | 'idleMs' | 'resultsLookMs', number>>>;
  readonly managedIdentityClientId?: string;
}

export interface BotConfig {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  /** SingleTenant only. */
  readonly password?: string;
  /** The Bot Connector at which a chat is opened with somebody who has never written to the bot. */
  readonly defaultServiceUrl: string;
  readonly localIssuer?: LocalIssuer;
}

/** Whom the tokens must be for with which staff call the API; the tenant is the bot's. */
export interface ApiConfig {
  readonly clientId: string;
  /** The application ID URI. */
  readonly audience: string;
  /** Where the keys of the tokens are, when that is not Microsoft Entra. Refused in production. */
  readonly localJwksUrl?: string;
}

export interface TabConfig {
  /** Where the built tab lies. */
  readonly folder: string;
  /** Origins that may play the part of Teams. Refused in production. */
  readonly hostOrigins: readonly string[];
  /** Where the links of cards open the tab; cards have no such links when it is absent. */
  readonly opensAt?: TabAddress;
}

/** The tab in Teams, by the id that Teams gave the app; or, on one machine, the page that plays the part of Teams. */
export type TabAddress = { readonly teamsAppId: string } | { readonly page: string };

export interface LocalConfig {
  readonly botPort: number;
  /** Where the Playground posts activities, so that they are signed before they reach the bot. */
  readonly gatewayPort: number;
  readonly cosmosPort: number;
  readonly queuePort: number;
  readonly playgroundPorts: PlaygroundPorts;
  /** Where the page is served that plays the part of Teams around the tab. */
  readonly tabHostPort: number;
  readonly logLevel: LogLevel;
}

/** The first port of the Playground; one person's chat a port, counted up from it. */
export type PlaygroundPorts = { readonly first: number };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every problem of a configuration at once, each a sentence that names the setting. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const anyPort = z.coerce.number('must be a port number').int('must be a whole number').min(1).max(65_535);
const port = (fallback: number) => anyPort.default(fallback);
const uuid = z.guid('must be an id such as 00000000-0000-0000-0000-000000000000').transform((id) => id.toLowerCase());
const milliseconds = z.coerce.number('must be a number').int('must be a whole number').min(1).optional();
const logLevel = z.enum(logLevels, `must be one of ${logLevels.join(', ')}`);

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  ROLE: z.enum(['web', 'sender', 'both'], 'must be web, sender or both').default('both'),
  HOST: z.string().optional(),
  PORT: anyPort.optional(),
  LOG_LEVEL: logLevel.default('info'),
  CONTACT_ADDRESS: z.email('must be an email address'),
  BOT_APP_ID: uuid,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI'),
  BOT_TENANT_ID: uuid,
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_DEFAULT_SERVICE_URL: z.url('must be a web address').default('https://smba.trafficmanager.net/teams/'),
  BOT_LOCAL_ISSUER: z.string().optional(),
  BOT_LOCAL_OPENID_METADATA: z.url('must be a web address').optional(),
  API_CLIENT_ID: uuid.optional(),
  API_AUDIENCE: z
    .string()
    .regex(/^api:\/\/\S+$/, 'must be an application ID URI, which starts with api://')
    .optional(),
  API_LOCAL_JWKS: z.url('must be a web address').optional(),
  FIRST_ADMINISTRATOR: uuid.optional(),
  TAB_FOLDER: z.string().default('dist/tab'),
  TAB_HOST_ORIGINS: z.string().default(''),
  TEAMS_CATALOGUE_ID: uuid.optional(),
  COSMOS_ENDPOINT: z.url('must be a web address'),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,100}$/, 'must be letters, digits and hyphens')
    .default('cps-roadmap'),
  QUEUE_ENDPOINT: z.url('must be a web address').optional(),
  QUEUE_CONNECTION_STRING: z.string().optional(),
  SENDING_HOURS: z.enum(['business', 'any-time'], 'must be business or any-time').default('business'),
  DAYS_BETWEEN_PROMPTS: z.coerce
    .number('must be a number of days')
    .int('must be whole days')
    .min(0)
    .max(90)
    .default(daysBetweenPrompts),
  RESULTS_EVERY_MINUTES: z.coerce
    .number('must be a number of minutes')
    .int('must be whole minutes')
    .min(1)
    .max(daily)
    .default(daily),
  TENANT_PER_SECOND: z.coerce.number('must be a number').min(1).max(1_000).default(50),
  RETENTION_MONTHS: z.coerce
    .number('must be a number of months')
    .int('must be whole months')
    .min(1)
    .max(120)
    .default(usualRetentionMonths),
  FILE_UPLOAD_HOSTS: z
    .string()
    .regex(
      /^([a-z0-9-]+\.)+[a-z]{2,}( +([a-z0-9-]+\.)+[a-z]{2,})*$/,
      'must be host names such as sharepoint.com, with spaces between',
    )
    .default(usualUploadHosts.join(' ')),
  QUEUE_NAME: z
    .string()
    .regex(/^[a-z0-9](?!.*--)[a-z0-9-]{1,50}[a-z0-9]$/, 'must be 3 to 52 lower-case letters, digits and hyphens')
    .default('deliveries'),
  MANAGED_IDENTITY_CLIENT_ID: uuid.optional(),
  DELIVERY_LEASE_MS: milliseconds,
  DELIVERY_STALLED_MS: milliseconds,
  DELIVERY_SWEEP_MS: milliseconds,
  DELIVERY_IDLE_MS: milliseconds,
});

/** Reads the configuration of the product. Throws {@link ConfigError} with all that is wrong. */
export function readConfig(environment: Environment): Config {
  const given = withoutEmpty(environment);
  const parsed = schema.safeParse(given);
  const problems = [...(parsed.success ? [] : issuesOf(parsed.error, given)), ...combinationProblems(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  return {
    production,
    role: settings.ROLE,
    http: {
      host: settings.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      port: settings.PORT ?? (production || settings.ROLE !== 'sender' ? 3978 : 0),
    },
    logLevel: settings.LOG_LEVEL,
    contactAddress: settings.CONTACT_ADDRESS,
    bot: {
      appId: settings.BOT_APP_ID,
      appType: settings.BOT_APP_TYPE,
      tenantId: settings.BOT_TENANT_ID,
      defaultServiceUrl: settings.BOT_DEFAULT_SERVICE_URL,
      ...(settings.BOT_APP_PASSWORD === undefined ? {} : { password: settings.BOT_APP_PASSWORD }),
      ...(settings.BOT_LOCAL_ISSUER === undefined || settings.BOT_LOCAL_OPENID_METADATA === undefined
        ? {}
        : {
            localIssuer: { issuer: settings.BOT_LOCAL_ISSUER, openIdMetadataUrl: settings.BOT_LOCAL_OPENID_METADATA },
          }),
    },
    api: apiConfigOf(settings),
    ...(settings.FIRST_ADMINISTRATOR === undefined ? {} : { firstAdministrator: settings.FIRST_ADMINISTRATOR }),
    tab: tabConfigOf(settings),
    cosmos: {
      endpoint: settings.COSMOS_ENDPOINT,
      database: settings.COSMOS_DATABASE,
      ...(settings.COSMOS_KEY === undefined ? {} : { key: settings.COSMOS_KEY }),
    },
    queue:
      settings.QUEUE_CONNECTION_STRING === undefined
        ? { endpoint: settings.QUEUE_ENDPOINT ?? '' }
        : { connectionString: settings.QUEUE_CONNECTION_STRING },
    queueName: settings.QUEUE_NAME,
    sendingHours: settings.SENDING_HOURS,
    daysBetweenPrompts: settings.DAYS_BETWEEN_PROMPTS,
    tenantPerSecond: settings.TENANT_PER_SECOND,
    retentionMonths: settings.RETENTION_MONTHS,
    fileUploadHosts: settings.FILE_UPLOAD_HOSTS.split(/ +/),
    resultsEveryMinutes: settings.RESULTS_EVERY_MINUTES,
    timing: timingOf(settings),
    ...(settings.MANAGED_IDENTITY_CLIENT_ID === undefined
      ? {}
      : { managedIdentityClientId: settings.MANAGED_IDENTITY_CLIENT_ID }),
  };
}

function apiConfigOf({ BOT_APP_ID, API_CLIENT_ID, API_AUDIENCE, API_LOCAL_JWKS }: z.output<typeof schema>): ApiConfig {
  const clientId = API_CLIENT_ID ?? BOT_APP_ID;
  return {
    clientId,
    audience: API_AUDIENCE ?? `api://${clientId}`,
    ...(API_LOCAL_JWKS === undefined ? {} : { localJwksUrl: API_LOCAL_JWKS }),
  };
}

function tabConfigOf({ TAB_FOLDER, TAB_HOST_ORIGINS, TEAMS_CATALOGUE_ID }: z.output<typeof schema>): TabConfig {
  return {
    folder: resolve(TAB_FOLDER),
    hostOrigins: originsOf(TAB_HOST_ORIGINS),
    ...(TEAMS_CATALOGUE_ID === undefined ? {} : { opensAt: { teamsAppId: TEAMS_CATALOGUE_ID } }),
  };
}

function timingOf(settings: z.output<typeof schema>): NonNullable<Config['timing']> {
  const { DELIVERY_LEASE_MS, DELIVERY_STALLED_MS, DELIVERY_SWEEP_MS, DELIVERY_IDLE_MS } = settings;
  return {
    ...(DELIVERY_LEASE_MS === undefined ? {} : { leaseMs: DELIVERY_LEASE_MS }),
    ...(DELIVERY_STALLED_MS === undefined ? {} : { stalledMs: DELIVERY_STALLED_MS }),
    ...(DELIVERY_SWEEP_MS === undefined ? {} : { sweepMs: DELIVERY_SWEEP_MS }),
    ...(DELIVERY_IDLE_MS === undefined ? {} : { idleMs: DELIVERY_IDLE_MS }),
  };
}

const localSchema = z.object({
  PORT: port(3978),
  GATEWAY_PORT: port(3979),
  COSMOS_PORT: port(8081),
  QUEUE_PORT: port(10001),
  PLAYGROUND_PORT: port(56_150),
  TAB_HOST_PORT: port(56_160),
  LOG_LEVEL: logLevel.default('warn'),
});

/** Reads the settings of the local default (`npm start`). Throws {@link ConfigError} with all that is wrong. */
export function readLocalConfig(environment: Environment): LocalConfig {
  const parsed = localSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) throw new ConfigError(issuesOf(parsed.error, environment));
  const settings = parsed.data;
  return {
    botPort: settings.PORT,
    gatewayPort: settings.GATEWAY_PORT,
    cosmosPort: settings.COSMOS_PORT,
    queuePort: settings.QUEUE_PORT,
    playgroundPorts: { first: settings.PLAYGROUND_PORT },
    tabHostPort: settings.TAB_HOST_PORT,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What is wrong with settings together, and in production, whatever each is by itself. */
function combinationProblems(given: Environment): string[] {
  const problems: string[] = [];
  const production = given.NODE_ENV === 'production';
  if (given.BOT_APP_TYPE === 'SingleTenant' && production && given.BOT_APP_PASSWORD === undefined) {
    problems.push('BOT_APP_PASSWORD is missing: a SingleTenant bot signs in with it (UserAssignedMSI needs none).');
  }
  if (given.BOT_APP_TYPE === 'UserAssignedMSI' && given.MANAGED_IDENTITY_CLIENT_ID === undefined) {
    problems.push('MANAGED_IDENTITY_CLIENT_ID is missing: a UserAssignedMSI bot needs it.');
  }
  const { BOT_LOCAL_ISSUER: localIssuer, BOT_LOCAL_OPENID_METADATA: localMetadata } = given;
  if ((localIssuer === undefined) !== (localMetadata === undefined)) {
    problems.push('BOT_LOCAL_ISSUER and BOT_LOCAL_OPENID_METADATA go together: set both or neither.');
  }
  if (production && (localIssuer ?? localMetadata) !== undefined) {
    problems.push('BOT_LOCAL_ISSUER is for development and tests: remove it in production.');
  }
  if (localMetadata !== undefined && URL.canParse(localMetadata) && !isLoopback(localMetadata)) {
    problems.push('BOT_LOCAL_OPENID_METADATA must be on this machine (127.0.0.1 or localhost).');
  }
  const localJwks = given.API_LOCAL_JWKS;
  if (production && localJwks !== undefined) {
    problems.push('API_LOCAL_JWKS is for development and tests: remove it in production.');
  }
  if (localJwks !== undefined && URL.canParse(localJwks) && !isLoopback(localJwks)) {
    problems.push('API_LOCAL_JWKS must be on this machine (127.0.0.1 or localhost).');
  }
  const hostOrigins = originsOf(given.TAB_HOST_ORIGINS ?? '');
  if (production && hostOrigins.length > 0) {
    problems.push('TAB_HOST_ORIGINS is for development and tests: remove it in production.');
  }
  if (!hostOrigins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin && isLoopback(origin))) {
    problems.push(
      'TAB_HOST_ORIGINS must be origins on this machine, such as http://127.0.0.1:3980, with spaces between.',
    );
  }
  if (production) problems.push(...productionProblems(given));
  if (given.QUEUE_ENDPOINT === undefined && given.QUEUE_CONNECTION_STRING === undefined) {
    problems.push('QUEUE_ENDPOINT is missing (or QUEUE_CONNECTION_STRING, for development).');
  }
  return problems;
}

function productionProblems(given: Environment): string[] {
  const addresses = ['BOT_DEFAULT_SERVICE_URL', 'COSMOS_ENDPOINT', 'QUEUE_ENDPOINT'];
  const open = addresses.filter((name) => given[name]?.startsWith('http:'));
  const timings = Object.keys(given).filter((name) => /^DELIVERY_[A-Z]+_MS$/.test(name));
  return [
    ...timings.map((name) => `${name} is for development and tests: remove it in production.`),
    ...open.map((name) => `${name} must start with https: in production.`),
    ...(given.SENDING_HOURS === 'any-time'
      ? ['SENDING_HOURS any-time is for development and tests: remove it in production.']
      : []),
  ];
}

function originsOf(origins: string): readonly string[] {
  return origins.split(' ').filter((origin) => origin !== '');
}

function isLoopback(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
}

function issuesOf(error: z.ZodError, environment: Environment): string[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = environment[name];
    return value === undefined || value.trim() === '' ? `${name} is missing.` : `${name} ${lowerFirst(issue.message)}.`;
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import { versionFault } from './config.ts';
import { type Localisation, localisableTexts, type Manifest } from './manifest.ts';
import { readPixels, readPngHeader } from './png.ts';

/** Everything that goes into the zip file, in memory. */
export interface AppPackage {
  readonly manifest: Manifest;
  /** The other files, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * What Teams refuses or shows badly although the schema allows it, in plain English; empty when all is well.
 * The manifest and the localisation files must follow the schema already.
 */
export function packageProblems({ manifest, files }: AppPackage): readonly string[] {
  const languages = manifest.localizationInfo?.additionalLanguages ?? [];
  return [
    ...versionProblems(manifest),
    ...webAddressProblems(manifest),
    ...domainProblems(manifest),
    ...channelFeatureProblems(manifest),
    ...signInProblems(manifest),
    ...commandListProblems(manifest),
    ...lengthProblems('manifest.json', localisableTexts(manifest)),
    ...iconProblems(manifest.icons.color, files.get(manifest.icons.color), 192),
    ...iconProblems(manifest.icons.outline, files.get(manifest.icons.outline), 32),
    ...outlineProblems(manifest.icons.outline, files.get(manifest.icons.outline)),
    ...languages.flatMap(({ file }) => {
      const bytes = files.get(file);
      if (bytes === undefined) return [`${file} is named in localizationInfo but is not in the package.`];
      return localisationProblems(manifest, file, JSON.parse(new TextDecoder().decode(bytes)) as Localisation);
    }),
  ];
}

/** The app's own version, which Teams compares to offer an update; and that both names of the schema version agree. */
export function versionProblems({ $schema, manifestVersion, version }: Manifest): readonly string[] {
  const problems: string[] = [];
  const fault = versionFault(version);
  if (fault !== undefined) problems.push(`The version in manifest.json ${fault}`);
  if (!hasSchemaVersion($schema, manifestVersion)) {
    problems.push(`manifest.json has the schema "${$schema}" but the manifestVersion ${manifestVersion}.`);
  }
  return problems;
}

/** The schema allows http; Teams wants https. */
export function webAddressProblems({ developer }: Manifest): readonly string[] {
  return (['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const)
    .filter((name) => !developer[name].startsWith('https://'))
    .map((name) => `developer.${name} must start with https://.`);
}

/** A valid domain is a host name, not an address, and not wider than one organisation. */
export function domainProblems({ validDomains = [] }: Manifest): readonly string[] {
  return validDomains.flatMap((domain) => {
    if (/[/:\s]/.test(domain)) return [`validDomains has "${domain}". Give the host name only.`];
    if (/^\*(\.[^.]+)?$/.test(domain)) return [`validDomains has "${domain}". It must name a host.`];
    return [];
  });
}

/** Since manifest version 1.25, an app with the team scope must declare tier 1 channel features. */
export function channelFeatureProblems(manifest: Manifest): readonly string[] {
  const inTeams = [...(manifest.bots ?? []), ...(manifest.configurableTabs ?? [])].some(({ scopes }) =>
    scopes.includes('team'),
  );
  const mustDeclare = inTeams && isAtLeast(manifest.manifestVersion, 1, 25);
  if (!mustDeclare || manifest.supportsChannelFeatures === 'tier1') return [];
  return ['The team scope needs "supportsChannelFeatures": "tier1" at the root of the manifest.'];
}

/**
 * Teams signs people in to a tab only if the address of its API names a host of the app and ends with the client ID:
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
 */
export function signInProblems({ webApplicationInfo, validDomains = [] }: Manifest): readonly string[] {
  if (webApplicationInfo === undefined) return [];
  const { id, resource = '' } = webApplicationInfo;
  if (validDomains.some((domain) => resource === `api://${domain}/${id}`)) return [];
  return [`webApplicationInfo.resource is "${resource}". It must be api://, a valid domain, a slash and the id.`];
}

/** Teams shows up to 3 lists of up to 12 commands, one list for each scope of the bot. */
export function commandListProblems(manifest: Manifest): readonly string[] {
  return (manifest.bots ?? []).flatMap(({ scopes, commandLists = [] }) => {
    const problems: string[] = [];
    if (commandLists.length > 3) problems.push(`A bot has ${commandLists.length} command lists. Teams allows 3.`);
    for (const list of commandLists) {
      if (list.commands.length > 12) {
        problems.push(`A command list has ${list.commands.length} commands. Teams allows 12.`);
      }
      for (const scope of list.scopes) {
        if (!scopes.includes(scope))
          problems.push(`A command list is for ${scope}, a scope that the bot does not have.`);
      }
      const titles = list.commands.map(({ title }) => title);
      problems.push(...repeated(titles).map((title) => `Two commands are called "${title}".`));
    }
    const repeatedScopes = repeated(commandLists.flatMap((list) => list.scopes));
    return [...problems, ...repeatedScopes.map((scope) => `Two command lists are for the scope ${scope}.`)];
  });
}

/** Limits of the Teams client on names and descriptions, in any language. */
export function lengthProblems(file: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const limits = [
    ['name.short', 30],
    ['name.full', 100],
    ['description.short', 80],
    ['description.full', 4000],
  ] as const;
  return limits.flatMap(([path, limit]) => {
    const length = texts.get(path)?.length ?? 0;
    return length > limit ? [`${path} in ${file} has ${length} characters. Teams allows ${limit}.`] : [];
  });
}

/** An icon must be there, be a PNG file, and be a square of exactly that size. */
export function iconProblems(name: string, bytes: Uint8Array | undefined, size: number): readonly string[] {
  if (bytes === undefined) return [`${name} is named in icons but is not in the package.`];
  const header = readPngHeader(bytes);
  if (header === undefined) return [`${name} is not a PNG file.`];
  if (header.width === size && header.height === size) return [];
  return [`${name} is ${header.width} by ${header.height} pixels. It must be ${size} by ${size}.`];
}

/** Teams colours the outline icon itself, so it must be white on transparent and nothing else. */
export function outlineProblems(name: string, bytes: Uint8Array | undefined): readonly string[] {
  if (bytes === undefined || readPngHeader(bytes) === undefined) return [];
  const pixels = readPixels(bytes);
  if (!pixels.ok) return [`${name} cannot be checked: ${pixels.reason}.`];
  const { rgba } = pixels;
  let drawn = 0;
  let coloured = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) continue;
    drawn++;
    if (rgba[at] !== 255 || rgba[at + 1] !== 255 || rgba[at + 2] !== 255) coloured++;
  }
  const problems: string[] = [];
  if (coloured > 0) problems.push(`${name} has ${coloured} pixels that are not white.`);
  if (drawn === 0) problems.push(`${name} is empty.`);
  if (drawn === rgba.length / 4) problems.push(`${name} has no transparent background.`);
  return problems;
}

/** A localisation file has the manifest's version, and exactly one text for each text of the manifest. */
export function localisationProblems(manifest: Manifest, file: string, localisation: Localisation): readonly string[] {
  const problems: string[] = [];
  const { $schema = '', ...entries } = localisation;
  if (!hasSchemaVersion($schema, manifest.manifestVersion)) {
    problems.push(`${file} has the schema "${$schema}" but manifest.json has version ${manifest.manifestVersion}.`);
  }
  const expected = localisableTexts(manifest);
  const given = new Map(Object.entries(entries));
  for (const path of given.keys()) {
    if (!expected.has(path)) problems.push(`${file} translates ${path}, which is not in the manifest.`);
  }
  for (const path of expected.keys()) {
    if (!given.get(path)?.trim()) problems.push(`${file} has no text for ${path}.`);
  }
  const titles = [...given].filter(([path]) => path.endsWith('.title')).map(([, title]) => title);
  problems.push(...repeated(titles).map((title) => `Two commands in ${file} are called "${title}".`));
  return [...problems, ...lengthProblems(file, given)];
}

function hasSchemaVersion(schema: string, manifestVersion: string): boolean {
  return schema.includes(`/teams/v${manifestVersion}/`);
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor, ownMinor] = version.split('.').map(Number);
  if (ownMajor === undefined || ownMinor === undefined) return true;
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function repeated(values: readonly string[]): readonly string[] {
  const lowerCase = values.map((value) => value.toLowerCase());
  return [...new Set(lowerCase.filter((value, index) => lowerCase.indexOf(value) !== index))];
}

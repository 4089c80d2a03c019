// Builds the Teams app package: npm run manifest [-- --out <folder>]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { type AppPackage, packageProblems } from './checks.ts';
import { type PackageConfig, readPackageConfig } from './config.ts';
import type { Manifest } from './manifest.ts';
import { schemaProblems } from './schema.ts';
import { fillTemplate } from './template.ts';

const sources = {
  'manifest.template.json': new URL('manifest.template.json', import.meta.url),
  'cy.json': new URL('cy.json', import.meta.url),
  'color.png': new URL('icons/color.png', import.meta.url),
  'outline.png': new URL('icons/outline.png', import.meta.url),
  'package.json': new URL('../package.json', import.meta.url),
};

type BuildResult =
  | { readonly ok: true; readonly zip: Uint8Array }
  | { readonly ok: false; readonly problems: readonly string[] };

async function build(config: PackageConfig): Promise<BuildResult> {
  const { filled, unknown } = fillTemplate(await readJson(sources['manifest.template.json']), { ...config });
  if (unknown.length > 0) {
    return { ok: false, problems: unknown.map((name) => `The template has {{${name}}}, which no setting fills.`) };
  }

  const manifest = filled as Manifest;
  const files = new Map<string, Uint8Array>();
  for (const name of ['cy.json', 'color.png', 'outline.png'] as const) files.set(name, await readFile(sources[name]));

  const version = manifest.manifestVersion;
  const againstSchema = [
    ...(await schemaProblems(manifest, 'MicrosoftTeams', version)).map((text) => `manifest.json: ${text}`),
    ...(await schemaProblems(await readJson(sources['cy.json']), 'MicrosoftTeams.Localization', version)).map(
      (text) => `cy.json: ${text}`,
    ),
  ];
  if (againstSchema.length > 0) return { ok: false, problems: againstSchema };

  const problems = packageProblems({ manifest, files });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, zip: zipPackage({ manifest, files }) };
}

/** The same package gives the same bytes, on any day and in any time zone: zip entries hold local time. */
function zipPackage({ manifest, files }: AppPackage): Uint8Array {
  const mtime = new Date(2000, 0, 1, 12);
  const entries: Zippable = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const [name, bytes] of files) entries[name] = bytes;
  return zipSync(entries, { mtime, level: 9 });
}

async function readJson(url: URL): Promise<unknown> {
  return JSON.parse(await readFile(url, 'utf8'));
}

function report(heading: string, problems: readonly string[], advice: readonly string[]): void {
  process.stderr.write([heading, ...problems.map((text) => `  - ${text}`), ...advice, ''].join('\n'));
  process.exitCode = 1;
}

const howToSet = [
  '',
  'Set them in the environment and try again. For example, in a shell:',
  '  export BOT_APP_ID=<ID>',
  'or in PowerShell:',
  "  $env:BOT_APP_ID = '<ID>'",
  '.env.example lists every setting. deploy/README.md says where the values come from.',
];

function nextSteps(path: string): string {
  return [
    `The Teams app package is ready: ${path}`,
    '',
    'What to do next:',
    '  1. Open the Teams admin centre (https://admin.teams.microsoft.com) as a Teams administrator.',
    '  2. Go to Teams apps, then Manage apps, then Upload new app, and choose this file.',
    '     If the app is there already, open it and choose Upload file to update it: the version must be higher.',
    '  3. Allow the app, then add it to a set-up policy so that it installs for staff.',
    'deploy/README.md has the details.',
    '',
  ].join('\n');
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({ options: { out: { type: 'string', default: join(root, 'build') } } });
const { version: defaultVersion } = (await readJson(sources['package.json'])) as { version: string };

const settings = readPackageConfig(process.env, defaultVersion);
if (!settings.ok) {
  report('The Teams app package was not built. These settings need your attention:', settings.problems, howToSet);
} else {
  const result = await build(settings.config);
  if (!result.ok) {
    report('The Teams app package was not built, because Teams would refuse it:', result.problems, []);
  } else {
    const path = resolve(options.out, `cps-roadmap-${settings.config.MANIFEST_VERSION}.zip`);
    await mkdir(options.out, { recursive: true });
    await writeFile(path, result.zip);
    process.stdout.write(nextSteps(path));
  }
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';

export type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

/**
 * Where `value` does not follow the Teams schema of that version; empty when it does.
 * Uses the schema that comes with @microsoft/app-manifest, and never the network.
 */
export async function schemaProblems(value: unknown, name: SchemaName, version: string): Promise<readonly string[]> {
  const schema = await readSchema(name, version);
  if (schema === undefined) {
    return [`the installed @microsoft/app-manifest has no schema for version ${version}`];
  }
  // The library names one type per manifest version; the schema passed in decides, not the type.
  return AppManifestUtils.validateAgainstSchema(value as ManifestValue, schema as ManifestSchema);
}

type ManifestValue = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type ManifestSchema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];

async function readSchema(name: SchemaName, version: string): Promise<unknown> {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/${name}.schema.json`;
  try {
    const schema: unknown = JSON.parse(await readFile(createRequire(import.meta.url).resolve(path), 'utf8'));
    return withoutInvalidPatterns(schema);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * The published localisation schema has patterns that are no valid Unicode regular expressions, and the validator
 * throws on them. They concern parts of a manifest that this app has not (activity types), so they are left out.
 */
function withoutInvalidPatterns(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || !('patternProperties' in schema)) return schema;
  const patterns = Object.entries(schema.patternProperties as Record<string, unknown>);
  return {
    ...schema,
    patternProperties: Object.fromEntries(patterns.filter(([pattern]) => isRegularExpression(pattern))),
  };
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

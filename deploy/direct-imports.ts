import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/*
 * esbuild decides by file what goes into which chunk. The packages of Fluent UI are offered through one index file each,
 * so that without this everything that any page uses would be loaded by the first one.
 */

/** Files whose imports are looked at: those of the tab and of Fluent UI itself. */
const files = /(?:src\/tab\/.*\.tsx?|node_modules\/@fluentui\/[^/]+\/lib\/.*\.js)$/;

const imports = /(import|export)\s*\{([^}]*)\}\s*from\s*['"](@fluentui\/[^'"]+)['"];?/g;
const reexports = /export\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;
const allReexports = /export\s*\*\s*from\s*['"]([^'"]+)['"]/g;
const comments = /\/\/[^\n]*|\/\*.*?\*\//gs;

interface Definition {
  readonly file: string;
  /** What it is called there. */
  readonly name: string;
}

interface IndexFile {
  readonly named: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly all: readonly string[];
}

/** Has every import from a package of Fluent UI name the file in which the imported thing is defined. */
export const directImports: Plugin = {
  name: 'direct-imports',
  setup: (bundle) => {
    const read = new Map<string, Promise<IndexFile>>();
    const indexFile = (file: string) => {
      const known = read.get(file) ?? readIndexFile(file);
      read.set(file, known);
      return known;
    };
    bundle.onLoad({ filter: files }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const found = [...source.matchAll(imports)];
      const direct = await Promise.all(
        found.map(([, verb = '', names = '', from = '']) => directImport(verb, names, from, indexFile)),
      );
      let next = 0;
      return { contents: source.replace(imports, () => direct[next++] ?? ''), loader: loaderOf(path) };
    });
  },
};

async function directImport(
  verb: string,
  names: string,
  from: string,
  indexFile: (file: string) => Promise<IndexFile>,
): Promise<string> {
  const wanted = namesIn(names).filter(({ name }) => !name.startsWith('type '));
  const lines = wanted.map(async ({ name, as }) => {
    const definition = iconOf(from, name) ?? (await definitionOf({ file: fileOf(from), name }, indexFile));
    return `${verb} { ${definition.name} as ${as} } from ${JSON.stringify(definition.file)};`;
  });
  return (await Promise.all(lines)).join('');
}

/** Follows a name through index files to the file that defines it. */
async function definitionOf(
  { file, name }: Definition,
  indexFile: (file: string) => Promise<IndexFile>,
): Promise<Definition> {
  const { named, all } = await indexFile(file);
  const direct = named.get(name);
  if (direct !== undefined) return definitionOf({ file: target(file, direct.from), name: direct.name }, indexFile);
  for (const from of all) {
    const candidate = await definitionOf({ file: target(file, from), name }, indexFile);
    if (candidate.file !== target(file, from) || (await defines(candidate))) return candidate;
  }
  return { file, name };
}

async function defines({ file, name }: Definition): Promise<boolean> {
  return new RegExp(`\\b${name}\\b`).test(await readFile(file, 'utf8'));
}

async function readIndexFile(file: string): Promise<IndexFile> {
  const source = (await readFile(file, 'utf8')).replace(comments, '');
  const named = [...source.matchAll(reexports)].flatMap(([, names = '', from = '']) =>
    namesIn(names).map(({ name, as }) => [as, { from, name }] as const),
  );
  return { named: new Map(named), all: [...source.matchAll(allReexports)].map(([, from = '']) => from) };
}

/** "a, b as c" */
function namesIn(list: string): readonly { readonly name: string; readonly as: string }[] {
  return list
    .replace(comments, '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [name = '', as = name] = each.split(/\s+as\s+/);
      return { name, as };
    });
}

/** The icons of one kind have a file of their own: `Home20Regular` is in `home.js`. */
function iconOf(from: string, name: string): Definition | undefined {
  if (from !== '@fluentui/react-icons') return undefined;
  const kind = name
    .replace(/\d*(Regular|Filled|Color|Light)$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
  const file = join(dirname(fileOf(from)), 'atoms/svg', `${kind}.js`);
  return existsSync(file) ? { file, name } : undefined;
}

function target(file: string, from: string): string {
  return from.startsWith('.') ? join(dirname(file), from) : fileOf(from);
}

function fileOf(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}

function loaderOf(path: string): 'js' | 'ts' | 'tsx' {
  if (path.endsWith('.tsx')) return 'tsx';
  return path.endsWith('.ts') ? 'ts' : 'js';
}

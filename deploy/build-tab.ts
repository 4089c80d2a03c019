import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';
import { directImports } from './direct-imports.ts';

/*
 * Builds the tab for browsers into dist/tab: `node deploy/build-tab.ts`. Ends with 1 when Home needs more script at
 * first than it may.
 */

const root = join(import.meta.dirname, '..');
const source = join(root, 'src/tab');

/** What Home may load before it is there, compressed with gzip, in bytes. */
const mostForHome = 250_000;

/** What the browser loads for Home beside the entry and all that it imports: one language, one theme, the page. */
const partsOfHome = [
  'src/tab/text/en.json',
  'src/cards/text/en.json',
  'src/tab/host/themes/light.ts',
  'src/tab/home/home-page.tsx',
];

export interface BuiltTab {
  readonly folder: string;
  /** What Home loads at first, compressed with gzip, in bytes. */
  readonly homeBytes: number;
  readonly mostForHome: number;
}

/** Browsers that have Temporal do not load the package; see src/tab/temporal.ts. */
const ownTemporal: Plugin = {
  name: 'own-temporal',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^temporal-polyfill$/ }, () => ({ path: join(source, 'temporal.ts') }));
  },
};

/** Builds the tab into a folder, in place of what is there. */
export async function buildTab(folder = join(root, 'dist/tab')): Promise<BuiltTab> {
  const { outputFiles, metafile } = await build({
    entryPoints: { main: join(source, 'main.tsx'), page: join(source, 'page.css') },
    absWorkingDir: root,
    outdir: join(folder, 'assets'),
    publicPath: '/tab/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    sourcemap: 'linked',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [ownTemporal, directImports],
  });
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  const sizes = new Map<string, number>();
  for (const { path, contents } of outputFiles) {
    const packed = path.endsWith('.map') ? undefined : await packedBytes(contents);
    await writeFile(path, contents);
    if (packed === undefined) continue;
    await writeFile(`${path}.gz`, packed.gz);
    await writeFile(`${path}.br`, packed.br);
    sizes.set(relative(root, path), packed.gz.length);
  }
  const entry = outputOf(metafile, 'src/tab/main.tsx');
  const first = staticImports(metafile, entry);
  await writeFile(join(folder, 'index.html'), await pageOf(metafile, entry, first));
  const home = new Set([
    ...first,
    ...partsOfHome.flatMap((part) => [...staticImports(metafile, outputOf(metafile, part))]),
  ]);
  const homeBytes = [...home].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  return { folder, homeBytes, mostForHome };
}

async function packedBytes(contents: Uint8Array): Promise<{ readonly gz: Buffer; readonly br: Buffer }> {
  const [gz, br] = await Promise.all([promisify(gzip)(contents, { level: 9 }), promisify(brotliCompress)(contents)]);
  return { gz, br };
}

/** The output that begins with a source file, or that holds it where files share one. Throws when there is none. */
function outputOf(metafile: Metafile, file: string): string {
  const outputs = Object.entries(metafile.outputs).filter(([path]) => !path.endsWith('.map'));
  const found =
    outputs.find(([, { entryPoint }]) => entryPoint === file) ?? outputs.find(([, { inputs }]) => file in inputs);
  if (found === undefined) throw new Error(`${file} is not in the tab.`);
  return found[0];
}

/** An output and all that it imports before it runs. */
function staticImports(metafile: Metafile, path: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const { path: imported, kind, external } of metafile.outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) staticImports(metafile, imported, known);
  }
  return known;
}

async function pageOf(metafile: Metafile, entry: string, first: ReadonlySet<string>): Promise<string> {
  const address = (path: string) => `/tab/assets/${path.split('/').at(-1)}`;
  const assets = [
    `<link rel="stylesheet" href="${address(outputOf(metafile, 'src/tab/page.css'))}" />`,
    `<script type="module" src="${address(entry)}"></script>`,
    ...[...first]
      .filter((path) => path !== entry)
      .map((path) => `<link rel="modulepreload" href="${address(path)}" />`),
  ];
  const page = await readFile(join(source, 'index.html'), 'utf8');
  return page.replace('{{ASSETS}}', assets.join('\n    '));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { folder, homeBytes } = await buildTab();
  const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  process.stdout.write(
    `${relative(root, folder)}: Home loads ${kilobytes(homeBytes)} of script at first, of at most ${kilobytes(mostForHome)}.\n`,
  );
  if (homeBytes > mostForHome) process.exitCode = 1;
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** Imports that the rules forbid, each planted on its own into a copy of the sources. */
const planted: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'a feature that imports an adapter': ['people/planted.ts', "import '../cosmos/containers.ts';"],
  'a feature that imports the type of a later feature': [
    'people/planted.ts',
    "import type { Broadcast } from '../broadcasts/broadcast.ts';\nexport type Planted = Broadcast;",
  ],
  'a card that imports a door': ['cards/planted.ts', "import '../bot/commands.ts';"],
  'a door that imports an adapter': ['api/planted.ts', "import '../cosmos/containers.ts';"],
  'the server that imports a door': ['http/planted.ts', "import '../api/routes.ts';"],
  'tokens looked into outside of the API': ['bot/planted.ts', "import 'jose';"],
  'a feature that imports an SDK': ['delivery/planted.ts', "import '@azure/cosmos';"],
  'a room without a rule': ['planted/planted.ts', "import '../people/areas.ts';"],
  'the configuration imported by a feature': ['roadmap/planted.ts', "import '../config.ts';"],
  'an import of something that is not there': ['roadmap/planted.ts', "import './not-there.ts';"],
  'a circle': ['roadmap/planted.ts', "import './planted-too.ts';"],
};

describe('the import rules', function () {
  this.timeout(60_000);
  let copy: string;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'import-rules-'));
    symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'));
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
      cpSync(join(top, file), join(copy, file));
  });

  beforeEach(() => cpSync(join(top, 'src'), join(copy, 'src'), { recursive: true }));
  afterEach(() => rmSync(join(copy, 'src'), { recursive: true }));
  after(() => rmSync(copy, { recursive: true }));

  it('hold for the sources, all of which are read', () => {
    const { status, stdout } = cruise(copy);
    assert.equal(status, 0, stdout);
    const modules = Number(/\((\d+) modules/.exec(stdout)?.[1]);
    assert.ok(modules > 150, `only ${modules} modules were read`);
  });

  for (const [what, [file, text]] of Object.entries(planted)) {
    it(`fail on ${what}`, () => {
      const path = join(copy, 'src', file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, `${text}\n`);
      writeFileSync(join(copy, 'src/roadmap/planted-too.ts'), "import './planted.ts';\n");
      if (what !== 'a circle') rmSync(join(copy, 'src/roadmap/planted-too.ts'));
      const { status, stdout } = cruise(copy);
      assert.notEqual(status, 0, 'nothing was found');
      assert.match(stdout, /planted/);
    });
  }
});

function cruise(folder: string): { readonly status: number | null; readonly stdout: string } {
  const cli = join(top, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'src', '--config', '.dependency-cruiser.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout };
}

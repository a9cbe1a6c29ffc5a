import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { live } from './life.ts';
import { nodeOf, npm, versionOf } from './nodes.ts';
import { install, type Packed, pack, plainEnvironment, programIn, runIn } from './packed.ts';

const patience = { timeout: 300_000 };
let packed: Packed;
let installed: string;
let home: string;
let lives: Record<'en' | 'he', ReturnType<typeof live>>;
beforeAll(() => {
  packed = pack();
  installed = install(packed);
  const here = (language: 'en' | 'he') =>
    live(newFolder(), [process.execPath, programIn(installed)], language);
  lives = { en: here('en'), he: here('he') };
  home = newFolder();
}, 120_000);

// The oldest that is promised, and each that is kept up.
// All of them have one home, so that none may take what another has kept of its compiled code.
const nodes = ['20.17', '20', '22', '24', '26'];

const version = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
).version;
const says = (cwd: string, command: readonly string[], env?: NodeJS.ProcessEnv) => {
  expect(runIn(cwd, [...command, '--version'], env)).toEqual({ code: 0, out: `${version}\n`, err: '' });
};

describe('the installed package', () => {
  // The oldest that is promised, and each that is kept up.
  it.each(nodes)('does the main job on Node %s, as on this one', patience, (wanted) => {
    const found = nodeOf(wanted);
    if ('reason' in found) {
      console.log(`Node ${wanted}: not tried, ${found.reason}`);
      return;
    }
    expect(`${versionOf(found.node)}.`.startsWith(`${wanted}.`)).toBe(true);
    for (const language of ['en', 'he'] as const)
      expect(live(newFolder(), [found.node, programIn(installed)], language, home)).toEqual(lives[language]);
  });

  it('works where it lies in a folder with spaces and Hebrew letters', () => {
    const folder = install(packed, 'התכנה שלי, 2');
    says(newFolder(), [process.execPath, programIn(folder)]);
    live(newFolder(), [process.execPath, programIn(folder)], 'he');
  });

  it('works under npx, by the path of the package', patience, () => {
    const cwd = newFolder();
    const env = { ...process.env, npm_config_cache: newFolder() };
    const { stdout, stderr } = npm(
      cwd,
      ['exec', '--yes', '--offline', `--package=${packed.tarball}`, '--', 'partner', '--version'],
      env,
    );
    expect(stdout, stderr).toBe(`${version}\n`);
  });

  it('is a command once it is installed for all, also through links', () => {
    const prefix = join(newFolder(), 'for all');
    mkdirSync(prefix);
    const { status, stderr } = npm(prefix, [
      'install',
      '--global',
      '--prefix',
      prefix,
      '--offline',
      packed.tarball,
    ]);
    expect(status, stderr).toBe(0);
    const command = join(prefix, 'bin', 'partner');
    says(newFolder(), [command]);
    const elsewhere = join(newFolder(), 'p');
    symlinkSync(command, elsewhere);
    says(newFolder(), [elsewhere]);
    const whole = join(newFolder(), 'link');
    symlinkSync(prefix, whole);
    live(
      newFolder(),
      [process.execPath, join(whole, 'lib', 'node_modules', 'partner', 'bin', 'partner.js')],
      'en',
    );
  });

  it('works for somebody who may write nowhere but in the partnership, and has no home and no git', () => {
    const folder = install(packed);
    makeReadOnly(join(folder, 'node_modules'));
    const cwd = newFolder();
    chmodSync(cwd, 0o777);
    const env = { PARTNER_TODAY: '2026-11-20', PATH: '/nonexistent' };
    const asNobody =
      process.geteuid?.() === 0
        ? ['/usr/bin/setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
        : [];
    chmodSync(folder, 0o755);
    chmodSync(join(folder, '..'), 0o755);
    const partner = [...asNobody, process.execPath, programIn(folder)];
    expect(runIn(cwd, [...partner, 'init', 'ours', '--name', 'Readers'], env)).toMatchObject({
      code: 0,
      err: '',
    });
    const ours = join(cwd, 'ours');
    expect(runIn(ours, [...partner, 'check', 'problem-stated'], env)).toMatchObject({ code: 0, err: '' });
    expect(runIn(ours, [...partner, 'validate', '--quiet'], env)).toEqual({ code: 0, out: '', err: '' });
    expect(runIn(ours, [...partner, 'history'], env)).toMatchObject({ code: 2 });
  });
});

function makeReadOnly(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadOnly(path);
    else if (entry.isFile()) chmodSync(path, 0o444 | (statSync(path).mode & 0o111));
  }
  chmodSync(folder, 0o555);
}

describe('what is kept of V8’s compiled code', () => {
  const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    runIn(newFolder(), [process.execPath, programIn(installed), ...args], plainEnvironment(env));
  const keptIn = (home: string) =>
    existsSync(join(home, '.cache', 'partner')) ? readdirSync(join(home, '.cache', 'partner')) : [];

  it('lies in the person’s own folder, and in no other', () => {
    const home = newFolder();
    expect(run({ HOME: home }, 'model', 'list').code).toBe(0);
    expect(keptIn(home)).toHaveLength(1);
    expect(statSync(join(home, '.cache', 'partner')).mode & 0o077).toBe(0);
    const named = newFolder();
    expect(run({ HOME: home, XDG_CACHE_HOME: named }, 'model', 'list').code).toBe(0);
    expect(readdirSync(named)).toEqual(['partner']);
  });

  it('lies where the environment says, or nowhere', () => {
    const home = newFolder();
    const named = newFolder();
    run({ HOME: home, NODE_COMPILE_CACHE: named }, 'model', 'list');
    expect([keptIn(home), readdirSync(named).length]).toEqual([[], 1]);
    run({ HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' }, 'model', 'list');
    expect(keptIn(home)).toEqual([]);
  });

  it('is left alone where the folder is somebody else’s, everybody’s, or none', () => {
    const open = newFolder();
    chmodSync(open, 0o777);
    const file = join(installed, 'package.json');
    for (const home of [open, file, 'relative', join(open, 'missing'), ''])
      expect(run({ HOME: home }, 'model', 'list')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(open)).toEqual([]);
  });

  it.skipIf(!process.versions.node.startsWith('20.'))(
    'grows with each command, and is forgotten when it is spoiled',
    async () => {
      const { spoil } = await import('./life.ts');
      const home = newFolder();
      const plain = run({}, 'model', 'list').out;
      const folder = () => join(home, '.cache', 'partner', keptIn(home)[0] ?? '');
      // The folder has the name of the first part, which every command uses.
      const kept = () => join(folder(), `${basename(folder()).slice(0, 32)}.code`);
      const commands = () => readFileSync(kept(), 'latin1').split('\n')[0]?.split(' ').slice(1).join(' ');
      run({ HOME: home }, '--help');
      expect(commands()).toBe('');
      expect(readdirSync(folder())).toHaveLength(1);
      run({ HOME: home }, 'model', 'list');
      expect(commands()).toBe('model list');
      const before = statSync(kept()).mtimeMs;
      expect(run({ HOME: home }, 'model', 'list').out).toBe(plain);
      expect(statSync(kept()).mtimeMs).toBe(before);
      run({ HOME: home }, 'schema', 'partnership');
      expect(commands()).toBe('model list schema');
      expect(readdirSync(folder()).length).toBeGreaterThan(2);
      for (const file of readdirSync(folder())) spoil(join(folder(), file));
      expect(run({ HOME: home }, 'model', 'list')).toMatchObject({ code: 0, out: plain, err: '' });
      expect(commands()).toBe('model list');
      expect(keptIn(home)).toHaveLength(1);
    },
  );
});

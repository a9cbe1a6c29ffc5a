import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import { program, run } from '../cli/program.ts';
import { newFolder } from '../folders.ts';

/** A disk as other systems have it, made and mounted by tools of Debian's. */
interface ForeignDisk {
  readonly name: string;
  readonly packages: string;
  readonly make: readonly string[];
  readonly mount: readonly string[];
}

const disks: readonly ForeignDisk[] = [
  {
    name: 'NTFS, with the names that Windows takes, in any capitals',
    packages: 'ntfs-3g',
    make: ['mkntfs', '-F', '-Q', '-q'],
    mount: ['lowntfs-3g', '-o', 'windows_names,ignore_case'],
  },
  {
    name: 'exFAT, without hard links, in any capitals',
    packages: 'exfat-fuse, exfatprogs',
    make: ['mkfs.exfat'],
    mount: ['mount.exfat-fuse'],
  },
];

const undo: (readonly string[])[] = [];
afterEach(() => {
  for (const [command = '', ...args] of undo.splice(0).reverse()) spawnSync(command, args);
});

function command([name = '', ...args]: readonly string[]): { out: string; reason: string | undefined } {
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: 'utf8' });
  const said = error?.message ?? stderr.trim();
  return { out: stdout?.trim() ?? '', reason: status === 0 ? undefined : `${name}: ${said}` };
}

/** Mounts such a disk for one test; skips it, with the reason, where that cannot be done. */
function mounted({ packages, make, mount }: ForeignDisk, context: TestContext): string {
  const folder = newFolder();
  const image = join(folder, 'disk');
  writeFileSync(image, '');
  truncateSync(image, 64 * 1024 * 1024);
  const loop = command(['losetup', '--find', '--show', image]);
  if (loop.reason === undefined) undo.push(['losetup', '--detach', loop.out]);
  const disk = join(folder, 'mounted');
  mkdirSync(disk);
  const reason =
    loop.reason ?? command([...make, loop.out]).reason ?? command([...mount, loop.out, disk]).reason;
  if (reason !== undefined) {
    console.log(`${context.task.name}: skipped, ${reason} (it takes root, FUSE and ${packages})`);
    return context.skip(reason);
  }
  undo.push(['umount', disk]);
  return disk;
}

function partner(cwd: string, words: string, code = 0): { out: string; err: string } {
  const ran = run(cwd, words.split(' '), { PARTNER_LANG: 'en' });
  expect({ words, ...ran }).toMatchObject({ words, code });
  return ran;
}

/** All files below a folder that only a command at work may have. */
function leftIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.partner-(?:tmp|new)-|claim-|[/\\]lock$/.test(name),
  );
}

describe.each(disks)('on a disk of $name', (disk) => {
  it('a partnership is started, changed, checked and handed out', (context) => {
    const root = mounted(disk, context);
    partner(root, 'init readers --name Readers --lang en');
    const folder = join(root, 'readers');
    partner(folder, 'check problem-stated');
    partner(folder, 'add sources title=Survey');
    partner(folder, 'schema --write');
    partner(folder, 'validate --strict');
    partner(folder, 'report --out page.html');
    partner(folder, 'report --out page.html');
    partner(folder, 'export --out tables');
    partner(root, 'init readers --name Readers', 2);
    mkdirSync(join(root, 'among'));
    writeFileSync(join(root, 'among', 'memo.txt'), 'ours');
    partner(root, 'init among --name Readers');
    expect(partner(root, 'validate').err).toContain('2 partnerships');
    expect(leftIn(root)).toEqual([]);
  });

  it('eight commands at once lose nothing', { timeout: 120_000 }, async (context) => {
    const root = mounted(disk, context);
    partner(root, 'init readers --name Readers --lang en');
    const folder = join(root, 'readers');
    const ids = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8'];
    const codes = await Promise.all(
      ids.map(
        (id) =>
          new Promise((resolve) => {
            const args = [program, 'add', 'sources', `id=${id}`, 'title=Survey'];
            spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }).on('close', resolve);
          }),
      ),
    );
    expect(codes).toEqual(ids.map(() => 0));
    const text = readFileSync(join(folder, 'stages', '01-scoping.yaml'), 'utf8');
    for (const id of ids) expect(text).toContain(`id: ${id}`);
    expect(leftIn(root)).toEqual([]);
  });

  it('a file is found by its name in any capitals, and a wrong one is told', (context) => {
    const root = mounted(disk, context);
    partner(root, 'init readers --name Readers --lang en');
    const folder = join(root, 'readers');
    const stage = join(folder, 'stages', '04-planning.yaml');
    writeFileSync(stage, `${readFileSync(stage, 'utf8')}colour: red\n`);
    expect(partner(folder, 'validate STAGES/04-Planning.YAML', 1).out).toContain('error[unknown-key]');
    renameSync(stage, join(folder, 'aside'));
    renameSync(join(folder, 'aside'), join(folder, 'stages', '04-Planning.yaml'));
    const isKept = readdirSync(join(folder, 'stages')).includes('04-Planning.yaml');
    const { out } = partner(folder, 'validate', 1);
    expect(out.includes('warning[file-name-case]')).toBe(isKept);
    expect(out).toContain('error[unknown-key]');
  });
});

describe('on a disk of Windows', () => {
  it.each(['con', 'aux.d', 'a:b', 'ours?'])(
    'what cannot be made is refused in one line: %s',
    (name, ...rest) => {
      const [context] = rest as unknown as [TestContext];
      const root = mounted(disks[0] as ForeignDisk, context);
      const { err } = partner(root, `init ${name} --name Readers`, 2);
      expect(err).toMatch(/^partner: error: .* was not written or read: E\w+\nnothing was changed; .*\n$/);
      expect(leftIn(root)).toEqual([]);
    },
  );
});

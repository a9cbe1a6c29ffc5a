import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { atTerminal } from './context.ts';

const example = fileURLToPath(new URL('../../examples/literacy-south', import.meta.url));
let folder: string;
const partner = (...argv: readonly string[]) => atTerminal(folder, argv);
const bytes = (file: string) => readFileSync(join(folder, file));
const text = (file: string) => bytes(file).toString();
const stage = 'stages/01-scoping.yaml';

/** Every file of the partnership but tool state, with its bytes. */
function contents(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.partner'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'latin1')]));
}

beforeEach(() => {
  folder = join(newFolder(), 'literacy-south');
  cpSync(example, folder, { recursive: true });
});

describe('schema', () => {
  it('prints one kind, in the language and after the model of the partnership', async () => {
    expect(JSON.parse((await partner('schema', 'scoping')).out)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: expect.stringContaining('שלב 1'),
    });
    const english = JSON.parse((await partner('schema', 'stages/scoping', '--lang', 'en')).out);
    expect(english.title).toBe('Stage 1 of 10: Comprehensive scoping');
    const twelve = JSON.parse((await partner('schema', 'sustaining', '--model', 'partnering-cycle-12')).out);
    expect(Object.keys(twelve.properties)).toContain('exit');
  });

  it('prints all kinds by their names, a model among them, without a partnership too', async () => {
    folder = newFolder();
    const { code, out } = await partner('schema');
    expect(code).toBe(0);
    const names = Object.keys(JSON.parse(out));
    expect(names.slice(0, 3)).toEqual(['partnership', 'reviews', 'stages/scoping']);
    expect(names).toHaveLength(13);
    expect(names.at(-1)).toBe('model');
  });

  it.each([
    [['schema', 'stage']],
    [['schema', 'scoping', '--write']],
    [['schema', '--write', '--model', 'iblf-10']],
    [['schema', '--dry-run']],
  ])('refuses %j', async (argv) => {
    expect((await partner(...argv)).code).toBe(2);
    expect(existsSync(join(folder, 'schemas'))).toBe(false);
  });
});

describe('schema --write', () => {
  it('adds the schemas, and two lines at the head of each file and nothing else', async () => {
    const before = contents();
    const { code, out } = await partner('schema', '--write', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).changed).toHaveLength(24);
    for (const [path, was] of Object.entries(before)) {
      const is = readFileSync(path, 'latin1');
      expect(is.endsWith(was)).toBe(true);
      expect(is.slice(0, is.length - was.length)).toMatch(
        /\.yaml$/.test(path) ? /^# yaml-language-server: \$schema=\.\S+\n# \$schema: \.\S+\n$/ : /^$/,
      );
    }
    const after = contents();
    expect(JSON.parse((await partner('schema', '--write', '--json')).out).changed).toEqual([]);
    expect(contents()).toEqual(after);
    expect((await partner('validate')).code).toBe(0);
  });

  it('breaks no seal', async () => {
    const day = ['--today', '2026-11-20', '--json'];
    const { stages, diagnostics } = JSON.parse((await partner('status', ...day)).out);
    await partner('schema', '--write');
    const after = JSON.parse((await partner('status', ...day)).out);
    expect(after.stages).toEqual(stages);
    expect(after.diagnostics).toHaveLength(diagnostics.length);
  });

  it('makes again what a newer version or another model would make otherwise', async () => {
    await partner('schema', '--write');
    const made = text('schemas/reviews.json');
    writeFileSync(join(folder, 'schemas/reviews.json'), made.replace('"type": "object"', '"type": "array"'));
    rmSync(join(folder, 'schemas/stages/scoping.json'));
    const { changed } = JSON.parse((await partner('schema', '--write', '--json')).out);
    expect(changed).toEqual(['schemas/reviews.json', 'schemas/stages/scoping.json']);
    expect(text('schemas/reviews.json')).toBe(made);
  });

  it('keeps to what init makes', async () => {
    folder = newFolder();
    expect((await partner('init', 'p', '--name', 'p')).code).toBe(0);
    expect(JSON.parse((await partner('-C', 'p', 'schema', '--write', '--json')).out).changed).toEqual([]);
  });

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const before = contents();
    const { out } = await partner('schema', '--write', '--dry-run');
    expect(out).toContain('+++ b/schemas/partnership.json');
    expect(out).toContain('+# yaml-language-server: $schema=../schemas/stages/scoping.json');
    expect(contents()).toEqual(before);
  });

  it('keeps the line ends of a file and its mark of byte order', async () => {
    const windows = `\ufeff${text(stage).replaceAll('\n', '\r\n')}`;
    writeFileSync(join(folder, stage), windows);
    expect((await partner('schema', '--write')).code).toBe(0);
    expect(text(stage)).toBe(
      `\ufeff# yaml-language-server: $schema=../schemas/stages/scoping.json\r\n# $schema: ../schemas/stages/scoping.json\r\n${windows.slice(1)}`,
    );
    expect((await partner('validate')).code).toBe(0);
  });

  it('leaves a file alone that names a schema of its own', async () => {
    writeFileSync(join(folder, stage), `# yaml-language-server: $schema=ours.json\n${text(stage)}`);
    const before = text(stage);
    await partner('schema', '--write');
    expect(text(stage)).toBe(before);
  });

  it.each([
    ['somebody’s own file', () => writeFileSync(join(folder, 'schemas/reviews.json'), '{}')],
    ['a link', () => symlinkSync(join(folder, 'reviews.yaml'), join(folder, 'schemas/reviews.json'))],
    ['a folder', () => mkdirSync(join(folder, 'schemas/reviews.json'))],
  ])('writes nothing where %s has the name of a schema', async (_what, put) => {
    mkdirSync(join(folder, 'schemas'));
    put();
    const before = contents();
    const { code, err } = await partner('schema', '--write');
    expect([code, err]).toEqual([2, expect.stringContaining('schemas/reviews.json')]);
    expect(contents()).toEqual(before);
  });

  it('writes nothing through a link out of the folder', async () => {
    const outside = newFolder();
    symlinkSync(outside, join(folder, 'schemas'));
    expect((await partner('schema', '--write')).code).toBe(2);
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe('a file without lines for editors', () => {
  it('is as good as ever', async () => {
    expect((await partner('validate')).code).toBe(0);
    expect(JSON.parse((await partner('set', 'partnership', 'name=x', '--json')).out).changed).toEqual([
      'partnership.yaml',
    ]);
    expect(text('partnership.yaml')).not.toContain('schema');
  });
});

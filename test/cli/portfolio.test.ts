import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { generatedPortfolio } from '../portfolio-folder.ts';
import { exampleFolder, exampleNames } from '../reports.ts';
import { program, run, runJson } from './program.ts';
import { runInTerminal, whyNoTerminal } from './terminal.ts';

const day = { PARTNER_TODAY: '2026-11-20', PARTNER_CACHE: 'off' };
const count = 160;
let root: string;

beforeAll(() => {
  root = generatedPortfolio(count);
});

interface Validation {
  readonly partnerships: number;
  readonly files: number;
  readonly diagnostics: readonly { readonly code: string; readonly file: string; readonly line: number }[];
}

function cached(): { env: Record<string, string> } {
  return { env: { ...day, PARTNER_CACHE: newFolder() } };
}

describe('many partnerships', () => {
  it('are generated with few problems, and the same ones for the same seed', () => {
    const again = generatedPortfolio(3);
    const file = 'south/p-00001/stages/04-planning.yaml';
    expect(readFileSync(join(again, file), 'utf8')).toBe(readFileSync(join(root, file), 'utf8'));
    const { code, json } = runJson(root, ['validate'], day);
    expect(code).toBe(1);
    const { partnerships, files, diagnostics } = json as Validation;
    expect({ partnerships, files }).toEqual({ partnerships: count, files: count * 12 });
    const wrong = new Set(diagnostics.map(({ file: name }) => name.split('/').slice(0, 2).join('/')));
    expect([...wrong]).toEqual([...wrong].sort());
    expect(wrong.size).toBeGreaterThan(3);
    expect(wrong.size).toBeLessThan(count / 3);
  });

  it.each(['validate', 'list'])('say the same with an index and without: %s', (command) => {
    const { env } = cached();
    const fresh = run(root, [command, '--json'], day);
    expect(run(root, [command, '--json'], env)).toEqual(fresh);
    expect(run(root, [command, '--json'], env)).toEqual(fresh);
    expect(run(root, [command], env)).toEqual(run(root, [command], day));
  });

  it('say in any form what one at a time says', () => {
    const { diagnostics } = runJson(root, ['validate', '--lang', 'en'], day).json as Validation;
    const folder = diagnostics[0]?.file.split('/stages/')[0] ?? '';
    const alone = runJson(root, ['validate', folder, '--lang', 'en'], day).json as Validation;
    expect(alone.diagnostics).toEqual(diagnostics.filter(({ file }) => file.startsWith(`${folder}/`)));
    for (const format of ['sarif', 'junit', 'github'])
      expect(run(root, ['validate', '--format', format], day).out).toContain(diagnostics[0]?.file);
  });

  it('see an edit that is made right after a run', () => {
    const { env } = cached();
    const portfolio = newFolder();
    for (let number = 0; number < 14; number += 1)
      cpSync(join(root, 'north/p-00000'), join(portfolio, `p${number}`), { recursive: true });
    const file = join(portfolio, 'p7/partnership.yaml');
    const text = readFileSync(file, 'utf8');
    const nameIn = () =>
      (
        runJson(portfolio, ['list'], env).json as { partnerships: { dir: string; name: string }[] }
      ).partnerships
        .filter(({ dir }) => dir === 'p7')
        .map(({ name }) => name);
    // As many bytes each time, in the same file: only the moment tells.
    for (const letter of 'abcdefgh') {
      writeFileSync(
        file,
        text.replace(/^name: .*$/m, (line) => `name: ${letter.repeat(Buffer.byteLength(line) - 6)}`),
      );
      expect(nameIn()[0]).toMatch(new RegExp(`^${letter}+$`));
    }
  });
});

describe('one partnership', () => {
  const commands = [['status'], ['status', '--json'], ['validate'], ['validate', '--json']];

  it.each(exampleNames)('is told the same with an index and without: %s', (name) => {
    const { env } = cached();
    for (const command of commands)
      for (const language of ['en', 'he']) {
        const words = [...command, '--lang', language];
        const fresh = run(exampleFolder(name), words, day);
        expect(run(exampleFolder(name), words, env)).toEqual(fresh);
        expect(run(exampleFolder(name), words, env)).toEqual(fresh);
      }
  });

  it('is told as it stands after each change, by command or by hand, and on each day', () => {
    const { env } = cached();
    const folder = newFolder();
    const told = () => {
      for (const command of commands)
        expect(run(folder, command, env)).toEqual(run(folder, command, { ...env, PARTNER_CACHE: 'off' }));
    };
    expect(run(folder, ['init', '.', '--name', 'Readers'], env).code).toBe(0);
    told();
    expect(run(folder, ['check', 'problem-stated'], env).code).toBe(0);
    told();
    const stage = join(folder, 'stages/01-scoping.yaml');
    for (const owner of ['owner: Noa', 'owner: Dan', 'owner: [']) {
      writeFileSync(stage, `${readFileSync(stage, 'utf8').replace(/^owner: .*\n/m, '')}${owner}\n`);
      told();
      expect(run(folder, ['status', '--today', '2026-12-31'], env)).toEqual(
        run(folder, ['status', '--today', '2026-12-31'], day),
      );
    }
    rmSync(stage);
    told();
    rmSync(join(folder, 'reviews.yaml'));
    expect(run(folder, ['status'], env)).toEqual(run(folder, ['status'], day));
  });
});

describe('two partnerships of one id', () => {
  let twice: string;
  beforeAll(() => {
    twice = newFolder();
    mkdirSync(join(twice, 'copies'));
    for (const name of ['riverside-garden', 'copies/garden', 'copies/again'])
      cpSync(exampleFolder('riverside-garden'), join(twice, name), { recursive: true });
    cpSync(exampleFolder('literacy-south'), join(twice, 'literacy-south'), { recursive: true });
  });

  it.each(['en', 'he'])('are told of at the place of each, in %s', (language) => {
    const { code, out } = run(twice, ['validate', '--lang', language], day);
    expect(code).toBe(1);
    const lines = out.split('\n').filter((line) => line.includes('[shared-id]'));
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'copies/again/partnership.yaml:2:5:',
      'copies/garden/partnership.yaml:2:5:',
      'riverside-garden/partnership.yaml:2:5:',
    ]);
    expect(lines[0]).toContain(
      language === 'en'
        ? 'the partnership in copies/garden has the id "riverside-garden" too (give one of them'
        : 'המזהה "riverside-garden" הוא גם של השותפות שבתיקייה copies/garden (יש לתת',
    );
  });

  it('count as a problem in the list', () => {
    const { partnerships } = runJson(twice, ['list'], day).json as {
      partnerships: { dir: string; errors: number; signals: string[] }[];
    };
    const errors = Object.fromEntries(partnerships.map((row) => [row.dir, row.errors]));
    expect(errors).toMatchObject({ 'riverside-garden': 1, 'copies/garden': 1, 'literacy-south': 0 });
  });

  it('are no matter where only one of them is looked at', () => {
    const told = (paths: readonly string[]) =>
      run(twice, ['validate', ...paths], day).out.includes('[shared-id]');
    expect(told(['copies/garden'])).toBe(false);
    expect(told(['copies/again', 'literacy-south'])).toBe(false);
    expect(told(['copies/again', 'riverside-garden'])).toBe(true);
  });
});

describe.skipIf(whyNoTerminal !== undefined)('at a terminal', () => {
  it('^C ends the reading at once', () => {
    const many = generatedPortfolio(500, 2);
    const steps = [{ after: 'error', signal: 'SIGINT' as const }];
    const { code, shown } = runInTerminal(many, ['validate', '--lang', 'en'], { steps, env: day });
    expect(code).toBe(130);
    expect(shown).not.toContain('warnings in');
  });
});

// A run over many lets V8 compile later, and V8 takes up no code that was kept under other settings.
it('leave the kept code fit for the next run', () => {
  const copy = newFolder();
  for (const part of ['bin', 'dist'])
    cpSync(join(dirname(dirname(program)), part), join(copy, part), { recursive: true });
  rmSync(join(copy, 'dist', 'compiled'), { recursive: true });
  const home = newFolder();
  const keep = () => {
    const env = { PATH: process.env.PATH ?? '', ...day, XDG_CACHE_HOME: home, PARTNER_CACHE: 'off' };
    spawnSync(process.execPath, [join(copy, 'bin', 'partner.js'), 'validate', root], { env });
    const [name = ''] = readdirSync(join(home, 'partner'));
    const folder = join(home, 'partner', name);
    return readdirSync(folder).map((file) => [file, statSync(join(folder, file)).ino]);
  };
  // Code that was kept anew would be in another file.
  const kept = keep();
  expect(kept.length).toBeGreaterThan(3);
  expect(keep()).toEqual(kept);
});

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import { globalOptionSpecs } from '../../src/help.ts';
import { commandNames } from '../../src/help-page.ts';
import { topicNames, topicTitles } from '../../src/render/help/topic-names.ts';
import { newFolder } from '../folders.ts';
import { run } from './program.ts';

const folder = run(newFolder(), ['help', '--man-path']).out.trimEnd();
const pages = { en: join(folder, 'man1', 'partner.1'), he: join(folder, 'he', 'man1', 'partner.1') };
const isThere = (name: string) => spawnSync(name, ['--version']).error === undefined;
const env = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '80', PAGER: 'cat', MANPAGER: 'cat' };

describe.each(['en', 'he'] as const)('the manual page in %s', (language) => {
  const source = readFileSync(pages[language], 'utf8');
  const plain = source.replaceAll('\\-', '-').replaceAll(/\\f[BR]|\\&/g, '');

  it('tells every command, every option and every topic', () => {
    const options = (specs: typeof commandSpecs): string[] =>
      specs.flatMap((spec) => [
        ...(spec.options ?? []).map(({ flags }) => flags),
        ...options(spec.children ?? []),
      ]);
    const holders = new Set(
      commandSpecs.flatMap(({ name, children }) => (children === undefined ? [] : name)),
    );
    for (const name of commandNames().filter((one) => !holders.has(one)))
      expect(plain).toMatch(new RegExp(`^\\.B partner ${name}( |$)`, 'm'));
    for (const flags of [...options(commandSpecs), ...globalOptionSpecs.map((option) => option.flags)])
      expect(plain).toContain(`\n${flags}\n`);
    for (const topic of topicNames)
      expect(plain.toLowerCase()).toContain(`.sh "${topicTitles[topic][language]}`.toLowerCase());
    expect(plain).not.toContain('undefined');
  });

  it('is made of macros that man(7) has, and of nothing that groff would obey otherwise', () => {
    const macros = new Set([...source.matchAll(/^[.'](\S*)/gm)].map(([, name]) => name));
    const known = ['\\"', 'TH', 'nh', 'ad', 'SH', 'SS', 'B', 'BR', 'PP', 'TP', 'IP', 'RS', 'RE', 'nf', 'fi'];
    expect([...macros].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    const escapes = new Set([...source.matchAll(/\\(.)/g)].map(([, letter]) => letter));
    expect([...escapes].filter((letter) => !'-"&efB('.includes(letter ?? ''))).toEqual([]);
  });

  it.skipIf(!isThere('man') || !isThere('groff'))('is shown by man without a warning', () => {
    const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-l', pages[language]], {
      encoding: 'utf8',
      env,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('partner advance [options]');
    expect(stdout).toContain('partners-saw-draft --by "Priya Nair"');
    // Nor, in English, on a terminal that has nothing but ASCII.
    if (language === 'en') {
      const ascii = spawnSync('man', ['--warnings', '-l', pages.en], {
        encoding: 'utf8',
        env: { ...env, LC_ALL: 'C' },
      });
      expect(ascii.stderr).toBe('');
    }
  });

  it.skipIf(spawnSync('mandoc', ['-T', 'lint', '/dev/null']).error !== undefined)(
    'has nothing that mandoc complains of',
    () => {
      const { stdout } = spawnSync('mandoc', ['-T', 'lint', pages[language]], { encoding: 'utf8', env });
      expect(stdout).toBe('');
    },
  );
});

it.skipIf(!isThere('man'))(
  'is found by man below the path that the program prints, in the language of the reader',
  () => {
    for (const [lang, shown] of [
      ['en', 'SYNOPSIS'],
      ['he', 'תקציר'],
    ] as const) {
      const path = run(newFolder(), ['help', '--man-path', '--lang', lang]).out.trimEnd();
      const { stdout, status } = spawnSync('man', ['-M', path, 'partner'], { encoding: 'utf8', env });
      expect([status, stdout.includes(shown)]).toEqual([0, true]);
    }
  },
);

it('is what the package names', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { man: string };
  expect(existsSync(join(root, man))).toBe(true);
});

it('is refused where the program stands alone', () => {
  const alone = newFolder();
  const dist = join(alone, 'dist');
  cpSync(join(folder, '..'), dist, { recursive: true, filter: (path) => !path.startsWith(folder) });
  cpSync(fileURLToPath(new URL('../../bin', import.meta.url)), join(alone, 'bin'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(alone, 'bin', 'partner.js'), 'help', '--man-path'],
    { encoding: 'utf8', env: { ...env, PARTNER_LANG: 'en' } },
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('without its manual pages');
});

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/render/terminal/width.ts';
import { parseEntry } from '../../src/store/undo/entry.ts';
import { newFolder } from '../folders.ts';
import { program, run, runJson } from './program.ts';
import { runInTerminal, whyNoTerminal } from './terminal.ts';

const base = fileURLToPath(new URL('../errors/base', import.meta.url));
const today = { PARTNER_TODAY: '2026-06-01' };
let folder: string;

beforeEach(() => {
  folder = newFolder();
  cpSync(base, folder, { recursive: true });
});

/** What undo goes by once one command is done. */
const note = '.partner/undo/00000001.done';

/** Every file of the partnership with its text, the lock's folder too. */
function snapshot(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(root.length + 1), readFileSync(name, 'utf8')]),
  );
}

/** Runs a line of shell in which `partner` is the built program. */
function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `partner() { "${process.execPath}" "${program}" "$@"; }; ${line}`],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', ...today, ...env } },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('streams that end early', () => {
  it('ends quietly where nobody reads on', () => {
    // A pipe whose reader has gone before the first write.
    const gone = shell('partner status > >(exec 0<&-; exit 0); sleep 0.1; echo done');
    expect([gone.out, gone.err]).toEqual(['done\n', '']);
    const head = shell('partner status --json | head -c 1; echo " $PIPESTATUS"');
    expect([head.out, head.err]).toEqual(['{ 0\n', '']);
    const diagnostics = shell(
      'partner validate --today 2025-01-01 2> >(exec 0<&-; exit 0) | wc -l; echo "$PIPESTATUS"',
    );
    expect(diagnostics.out).toMatch(/^\s*\d+\n0\n$/);
  });

  it.runIf(existsSync('/dev/full'))('says that stdout is full, and ends with 2', () => {
    for (const [language, said] of [
      ['en', 'ENOSPC'],
      ['he', 'ENOSPC'],
    ] as const) {
      const { code, err } = shell(`partner status --lang ${language} > /dev/full`, {
        PARTNER_LANG: language,
      });
      expect([code, err.includes(said), err.split('\n').length <= 3, err.includes('    at ')]).toEqual([
        2,
        true,
        true,
        false,
      ]);
    }
    expect(shell('partner status --json > /dev/full').code).toBe(2);
    expect(shell('partner --help > /dev/full').code).toBe(2);
  });

  it.runIf(existsSync('/dev/full'))('keeps a change that was written before stdout was found full', () => {
    expect(shell('partner check activities-linked --evidence x > /dev/full').code).toBe(2);
    expect(snapshot(folder)['stages/04-planning.yaml']).toContain('evidence: [x]');
    expect(readdirSync(join(folder, '.partner'))).not.toContain('lock');
  });

  it('does without a place to tell its errors', () => {
    const line = existsSync('/dev/full')
      ? 'partner -C nowhere status 2> /dev/full'
      : 'partner -C nowhere status 2>&-';
    expect(shell(line)).toEqual({ code: 2, out: '', err: '' });
    expect(shell('partner status 2>&-').code).toBe(0);
  });

  it.each(['<&-', '>&-', '<&- >&- 2>&-', '< /dev/null'])('runs with %s', (redirection) => {
    expect(shell(`partner status ${redirection}`).code).toBe(0);
    expect(shell(`partner check activities-linked --evidence x ${redirection}`).code).toBe(0);
    const { '.partner/.gitignore': _, [note]: __, ...files } = snapshot(folder);
    const { '.partner/.gitignore': ___, ...sound } = snapshot(base);
    expect(Object.keys(files).sort()).toEqual(Object.keys(sound).sort());
    expect(parseEntry(readFileSync(join(folder, note)))).toMatchObject({ command: 'check' });
    // Nothing that was meant for a stream may get into a file that was given its number.
    for (const [name, text] of Object.entries(files)) {
      if (name !== 'stages/04-planning.yaml') expect(text, name).toBe(sound[name]);
    }
    expect(run(folder, ['validate'], today).code).toBe(0);
  });

  it('asks nobody where stdin is closed', () => {
    const { code, err } = shell('partner init new <&-', { LANG: 'en_US.UTF-8' });
    expect([code, err.includes('--name')]).toEqual([2, true]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});

describe('a poor environment', () => {
  it.each([
    ['nothing in it', {}],
    ['a home that is not there', { HOME: '/nowhere/at/all' }],
    ['a home that is no folder', { HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/cache' }],
    ['a cache that cannot be written', { NODE_COMPILE_CACHE: '/dev/null/cache', TMPDIR: '/nowhere' }],
    ['a terminal of no known kind', { TERM: 'no-such-terminal', COLORTERM: '?' }],
    ['a locale that is not there', { LC_ALL: 'xx_YY.NOPE', LANG: '' }],
  ])('%s', (_, env) => {
    const told = spawnSync(process.execPath, [program, '-C', folder, 'status'], {
      encoding: 'utf8',
      env: { ...today, ...env },
    });
    expect([told.status, told.stderr]).toEqual([0, '']);
    const changed = spawnSync(
      process.execPath,
      [program, '-C', folder, 'check', 'activities-linked', '--evidence', 'x'],
      {
        encoding: 'utf8',
        env: { ...today, ...env },
      },
    );
    expect([changed.status, changed.stderr]).toEqual([0, '']);
  });
});

describe('hostile words', () => {
  const hostile = '"\\e[2J\\e]0;x\\a\\x9b31m\\u202e\\u2066\\u200b"';
  const controls = /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u;

  it.each(['en', 'he'])('are shown and never obeyed, in %s', (language) => {
    const home = join(folder, 'partnership.yaml');
    const text = readFileSync(home, 'utf8').replace(/^name: .*/m, `name: ${hostile}`);
    expect(spawnSync('tee', [home], { input: text }).status).toBe(0);
    for (const args of [
      ['status'],
      ['validate'],
      ['check', 'no-such-item'],
      ['set', 'partners/no', 'name=\u001b[2J'],
    ]) {
      const { out, err } = run(folder, [...args, '--lang', language], today);
      expect((out + err).replaceAll('\n', ''), args.join(' ')).not.toMatch(controls);
    }
    const { json } = runJson(folder, ['status', '--lang', language], today);
    expect(json).toMatchObject({ name: '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066\u200b' });
    expect(run(folder, ['status', '--json'], today).out.replaceAll('\n', '')).not.toMatch(controls);
  });

  it('of a lock are shown to who waits for it', () => {
    expect(run(folder, ['check', 'activities-linked', '--evidence', 'x'], today).code).toBe(0);
    const record = { pid: 1, host: 'far\u001b[2J\u202e', command: 'check', at: '2026-01-01', token: '0' };
    const lock = join(folder, '.partner', 'lock');
    expect(spawnSync('tee', [lock], { input: `${JSON.stringify(record)}\n` }).status).toBe(0);
    const { code, err } = run(folder, ['check', 'milestones-set', '--evidence', 'x'], today);
    expect([code, err.replaceAll('\n', '')]).toEqual([2, expect.stringContaining('far\\x1b[2J\\u{202e}')]);
    expect(err.replaceAll('\n', '')).not.toMatch(controls);
    expect(err).toContain('Waiting');
  });
});

describe('signals', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s at any moment of a change leaves the old file or the new one, and no lock',
    { timeout: 120_000 },
    async (signal, code) => {
      const args = ['check', 'activities-linked', '--evidence', 'x'];
      const before = snapshot(folder);
      const changed = run(folder, args, today);
      expect(changed.code).toBe(0);
      const planning = 'stages/04-planning.yaml';
      const after = snapshot(folder)[planning];
      const codes = new Set<number | string | null>();
      for (let wait = 0; wait < 240; wait += 12) {
        const root = newFolder();
        cpSync(base, root, { recursive: true });
        codes.add(await struck(root, args, signal, wait));
        const { '.partner/.gitignore': _, [note]: noted, ...files } = snapshot(root);
        expect(Object.keys(files).sort(), `${wait} ms`).toEqual(Object.keys(before).sort());
        expect(files[planning], `${wait} ms`).toBe(noted === undefined ? before[planning] : after);
      }
      // Before Node has started the program, the signal itself ends it.
      for (const found of codes) expect([0, code, signal]).toContain(found);
    },
  );
});

/** Starts the program, sends it a signal after a while; gives its exit code, or the signal that ended it. */
function struck(root: string, args: readonly string[], signal: NodeJS.Signals, wait: number) {
  return new Promise<number | string | null>((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: 'ignore',
      env: { PATH: process.env.PATH ?? '', ...today },
    });
    setTimeout(() => child.kill(signal), wait);
    child.on('exit', (code, by) => resolve(code ?? by));
  });
}

if (whyNoTerminal !== undefined) console.warn(whyNoTerminal);

describe.skipIf(whyNoTerminal !== undefined)('at a terminal', () => {
  const env = { ...today, NO_COLOR: '1', PARTNER_LANG: 'en' };

  it.each([
    ['check', ['check'], { type: '\u0003' }, 130],
    ['init', ['init', 'new'], { type: '\u0003' }, 130],
    ['add', ['add', 'activities'], { type: '\u0003' }, 130],
    ['advance', ['advance', '--decision', 'hold'], { type: '\u0003' }, 130],
    ['a question, by kill', ['init', 'new'], { signal: 'SIGINT' }, 130],
    ['a question, by SIGTERM', ['init', 'new'], { signal: 'SIGTERM' }, 143],
    ['a question, by a closed window', ['init', 'new'], { signal: 'SIGHUP' }, 129],
  ] as const)('^C at %s leaves everything as it was', (_, args, what, code) => {
    const before = snapshot(folder);
    const told = runInTerminal(folder, args, { env, steps: [{ after: '? ', ...what }] });
    expect(told.code, told.shown).toBe(code);
    expect(told.shown).not.toContain('    at ');
    expect(snapshot(folder)).toEqual(before);
  });

  it.each(['en', 'he'])('of 20 columns holds every line but commands, in %s', async (language) => {
    for (const args of [
      ['status'],
      ['validate', '--today', '2025-01-01'],
      ['model', 'show'],
      ['check', 'nothing'],
    ]) {
      const { shown } = runInTerminal(folder, [...args, '--lang', language], { columns: 20, env });
      expect(shown).not.toContain('    at ');
      for (const line of shown.split('\r\n')) {
        // Commands are never cut, so that they can be copied; an excerpt's gutter neither.
        if (!line.startsWith('    partner ')) expect(await displayWidth(line), line).toBeLessThanOrEqual(20);
      }
    }
  });

  it('of one column ends', () => {
    for (const columns of [1, 2, 3]) {
      expect(runInTerminal(folder, ['status'], { columns, env }).code).toBe(0);
      expect(runInTerminal(folder, ['validate', '--today', '2025-01-01'], { columns, env }).code).toBe(0);
    }
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Reader, shows, typedIn } from './transcript.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// The day that both READMEs were written on.
const today = '2026-11-28';

it('knows what a transcript shows', () => {
  expect(shows(['one', '…', 'three'], 'one\ntwo\nthree\n')).toBe(true);
  expect(shows(['one', '…'], 'one\n')).toBe(true);
  expect(shows(['one', 'three'], 'one\ntwo\nthree\n')).toBe(false);
  expect(shows(['o.e'], 'one\n')).toBe(false);
  expect(shows([], 'one\n')).toBe(false);
});

it('the demo does the main job', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'demo.js')], {
    encoding: 'utf8',
  });
  expect(stdout).toContain('Done: partners-saw-draft');
  expect(stdout).toContain('+    decision: advance');
  expect(stdout).toContain('קוראים בדרום');
  expect(status).toBe(0);
});

describe.each([
  ['README.md', 'C.UTF-8', '◆ Gate review, round 1: advance'],
  ['README.he.md', 'he_IL.UTF-8', '◆ בחינת שער, סבב 1: מעבר'],
])('%s', (name, LANG, decided) => {
  const page = readFileSync(join(root, name), 'utf8');
  const typed = typedIn(page);

  it('names exactly two commands for a fresh clone', () => {
    const commands = typed.map(({ command }) => command.replace(/\s+#.*/, ''));
    expect(commands.filter((command) => command.startsWith('npm '))).toEqual(['npm run demo', 'npm it']);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
  });

  it('can be scanned', () => {
    expect(page.split('\n').length).toBeLessThan(200);
  });

  it('leads from nothing to the first gate, command by command, as it shows', () => {
    const reader = new Reader(today, { LANG });
    const steps = typed.filter(({ command }) => !command.startsWith('npm '));
    expect(steps.length).toBeGreaterThan(10);
    for (const { command, line, shown } of steps) {
      const { code, printed } = reader.type(command);
      const isRefusal = shown?.some((text) => text.startsWith('partner: ')) ?? false;
      expect({ line, command, code, printed }).toMatchObject({ code: isRefusal ? 1 : 0 });
      if (shown !== undefined && !shows(shown, printed)) {
        expect(printed, `line ${line}: ${command}`).toBe(`${shown.join('\n')}\n`);
      }
    }
    expect(reader.type('partner validate')).toMatchObject({ code: 0 });
    const [, problem = ''] = /^ {4}stages.*?: (error.*)$/m.exec(page) ?? [];
    const slip = 'representatives: [{ id: dana, name: Dana, partner: leumy, mandate: Signs }]';
    reader.type('partner add partners id=leumi name=Leumi sector=company');
    reader.type(`echo '${slip}' >> stages/03-building.yaml`);
    expect(problem).not.toBe('');
    expect(reader.type('partner validate').printed).toContain(problem);

    expect(reader.type('partner history').printed).toContain(decided);
    expect(JSON.parse(reader.type('partner status --json').printed)).toMatchObject({
      progress: { passed: 1, of: 10 },
      current: { stage: 'identifying' },
    });
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { run } from './program.ts';
import { runInTerminal, whyNoTerminal } from './terminal.ts';

const place = newFolder();
const seen = join(place, 'seen');
const pager = join(place, 'pager');
writeFileSync(pager, `#!/bin/sh\n{ echo "args: $*"; echo "LESS=$LESS"; cat; } > '${seen}'\necho shown\n`, {
  mode: 0o755,
});
const env = { PAGER: `${pager} -x`, NO_COLOR: '1' };
const isLess = spawnSync('less', ['--version']).error === undefined;

describe.skipIf(whyNoTerminal !== undefined)('a pager', () => {
  it('shows what is longer than the screen, whole, and nothing else does', () => {
    const { code, shown } = runInTerminal(place, ['help', 'metrics'], { env });
    expect([code, shown]).toEqual([0, 'shown\r\n']);
    const [args, less, ...text] = readFileSync(seen, 'utf8').split('\n');
    expect([args, less, text[0]]).toEqual([
      'args: -x',
      'LESS=FRX',
      expect.stringMatching(/^What is measured/),
    ]);
    expect(text.join('\n')).toContain('partner help contributions\n');
  });

  it.each([
    ['what fits on the screen', ['help', 'exit-codes'], env],
    ['anything where it is empty', ['help', 'metrics'], { ...env, PAGER: '' }],
    ['anything where it is cat', ['help', 'metrics'], { ...env, PARTNER_PAGER: 'cat' }],
    ['anything where there is no such program', ['help', 'metrics'], { ...env, PAGER: join(place, 'none') }],
    ['anything on a dumb terminal', ['help', 'metrics'], { ...env, TERM: 'dumb' }],
    ['JSON', ['help', 'metrics', '--json'], env],
  ])('does not show %s', (_what, args, settings) => {
    writeFileSync(seen, '');
    const { code, shown } = runInTerminal(place, args, { env: settings });
    expect([code, shown.length > 200, readFileSync(seen, 'utf8')]).toEqual([0, true, '']);
  });

  it.skipIf(!isLess)('is less unless told, and ends with it; ^C is for it and not for the program', () => {
    for (const steps of [
      [{ after: ':', type: 'q' }],
      [
        { after: ':', signal: 'SIGINT' as const },
        { after: '', type: 'q' },
      ],
    ]) {
      const { PATH = '' } = process.env;
      const { code, shown } = runInTerminal(place, ['help', 'metrics'], {
        steps,
        env: { PATH, PAGER: 'less' },
      });
      expect(code).toBe(0);
      expect(shown).toContain('What goes in');
      expect(shown).not.toContain('Where figures mislead');
    }
  });
});

it('is never started where there is no terminal', () => {
  writeFileSync(seen, '');
  expect(run(place, ['help', 'metrics'], env).out).toContain('Where figures mislead');
  expect([existsSync(seen), readFileSync(seen, 'utf8')]).toEqual([true, '']);
});

describe.skipIf(whyNoTerminal !== undefined)('a terminal that does not say how large it is', () => {
  it('gets lines of eighty columns, and no pager', () => {
    writeFileSync(seen, '');
    const unknown = runInTerminal(place, ['help', 'metrics'], { columns: 0, rows: 0, env });
    const known = runInTerminal(place, ['help', 'metrics'], { columns: 80, env: { ...env, PAGER: 'cat' } });
    expect(unknown).toEqual(known);
    expect(readFileSync(seen, 'utf8')).toBe('');
  });
});

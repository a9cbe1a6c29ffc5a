import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';
import { atTerminal } from './context.ts';

function sixPartnerships(): string {
  const root = newFolder();
  for (let number = 0; number < 6; number += 1)
    cpSync(exampleFolder('riverside-garden'), join(root, `p${number}`), { recursive: true });
  return root;
}

/** A clock that goes on by so many milliseconds each time that somebody looks at it. */
function clockOf(stepMs: number): () => number {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
}

describe('a bar at the terminal', () => {
  it.each([
    ['en', 'Reading ━━━━━━━━━━━━━━━━────────── 4 of 6 · 5 a second'],
    ['he', 'קריאה ━━━━━━━━━━━━━━━━──────── 4 מתוך 6 · 5 בשנייה'],
  ] as const)('tells how far the reading is, and goes away, in %s', async (language, line) => {
    const argv = ['list', '--lang', language];
    const { err } = await atTerminal(sixPartnerships(), argv, [], {}, { clock: clockOf(200) });
    const drawn = err.split('\r\u001b[K');
    expect(drawn.map((one) => one.trim())).toContain(line.replace('──────────', '────────'));
    expect(drawn.at(-1)).toBe('');
  });

  it('is not shown where the work is soon done', async () => {
    const { err } = await atTerminal(sixPartnerships(), ['list'], [], {}, { clock: clockOf(20) });
    expect(err).toBe('');
  });

  it.each([
    [['--quiet'], {}],
    [[], { TERM: 'dumb' }],
  ])('is not shown where nobody wants it (%j, %j)', async (options, env) => {
    const argv = ['list', ...options];
    const { err } = await atTerminal(sixPartnerships(), argv, [], env, { clock: clockOf(200) });
    expect(err).toBe('');
  });

  it('makes room for what validate tells', async () => {
    const argv = ['validate', '--lang', 'en'];
    const { err, out } = await atTerminal(sixPartnerships(), argv, [], {}, { clock: clockOf(200) });
    expect(out).toContain('[shared-id]');
    expect(err.split('\r\u001b[K').at(-1)).toMatch(/^\d+ errors/);
  });
});

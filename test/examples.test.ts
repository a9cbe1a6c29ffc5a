import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Status, statusOf } from '../src/core/status.ts';
import { type LoadedPartnership, loadPartnership } from '../src/store/load-partnership.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const examples = join(repository, 'examples');
// The day that every example's README speaks of.
const today = '2026-11-20';

// Where the README says the example stands: `active` · `implementing` · `6/10`.
const standing = /`(active|on_hold|institutionalised|closed)` · `([a-z-]+)` · `(\d+)\/(\d+)`/;

function readmeOf(name: string): string {
  return readFileSync(join(examples, name, 'README.md'), 'utf8');
}

it('there are three examples, one of them in Hebrew and one on the model of twelve phases', () => {
  expect(readdirSync(examples).sort()).toEqual(['harbour-skills', 'literacy-south', 'riverside-garden']);
});

describe.each(['harbour-skills', 'literacy-south', 'riverside-garden'])('example %s', (name) => {
  let loaded: LoadedPartnership;
  let status: Status;

  beforeAll(async () => {
    loaded = await loadPartnership(join(examples, name), { today, resources: join(repository, 'dist') });
    status = statusOf(loaded.partnership, loaded.journey, loaded.diagnostics, today);
  });

  it('validates without errors', () => {
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('stands where its README says', () => {
    const [, state, stage, passed, of] = standing.exec(readmeOf(name)) ?? [];
    expect({ state: status.state, stage: status.current?.stage ?? 'none', ...status.progress }).toEqual({
      state,
      stage,
      passed: Number(passed),
      of: Number(of),
    });
  });

  it('has a seal on every passed stage, and every seal holds', () => {
    expect(status.stages.filter(({ state }) => state === 'suspect')).toEqual([]);
    expect(loaded.diagnostics.filter(({ code }) => /seal/.test(code))).toEqual([]);
    const sealed = loaded.journey.stages.filter(({ passed, sealedBy }) => passed && sealedBy?.seal);
    expect(sealed).toHaveLength(status.progress.passed);
  });

  it('was reviewed by others than those who did the work', () => {
    expect(loaded.diagnostics.filter(({ code }) => code === 'self-review')).toEqual([]);
  });

  it('has every document that its evidence and its sources name', () => {
    const named = loaded.partnership.stages.flatMap(({ source }) => [
      ...JSON.stringify(source.data).matchAll(/"(docs\/[^"]+)"/g),
    ]);
    const missing = named
      .map(([, path]) => path ?? '')
      .filter((path) => !existsSync(join(examples, name, path)));
    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('names the inputs of its README as its contributions add up', () => {
    const contributions = loaded.partnership.stages.flatMap(
      ({ source }) => (source.data as { contributions?: readonly Contribution[] }).contributions ?? [],
    );
    const total = contributions
      .filter(({ type }) => type !== 'leveraged')
      .reduce((sum, { amount, hours = 0, rate = 0 }) => sum + (amount ?? hours * rate), 0);
    expect(readmeOf(name)).toContain(total.toLocaleString('en'));
  });
});

interface Contribution {
  readonly type: string;
  readonly amount?: number;
  readonly hours?: number;
  readonly rate?: number;
}

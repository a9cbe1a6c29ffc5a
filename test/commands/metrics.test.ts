import { beforeAll, describe, expect, it } from 'vitest';
import { workedCase } from '../core/measurement/worked-case.ts';
import { atTerminal } from './context.ts';
import { measuredFolder } from './measured-folder.ts';

const day = ['--today', '2026-12-31'];
let root: string;
let empty: string;

beforeAll(async () => {
  const { needs, pledges, health } = more;
  root = await measuredFolder({
    ...workedCase,
    sections: { ...workedCase.sections, needs, pledges, health },
  });
  empty = await measuredFolder({ partners: workedCase.partners });
});

const more = {
  needs: [
    { id: 'room', item: 'A room', type: 'in_kind', value: 30_000, critical: true },
    { id: 'van', item: 'A van', value: 50_000 },
  ],
  pledges: [
    { id: 'p1', partner: 'bank', type: 'cash', amount: 100_000, status: 'received' },
    { id: 'p2', partner: 'school', type: 'in_kind', amount: 25_000, status: 'signed', need: 'room' },
    { id: 'p3', partner: 'school', type: 'cash', amount: 12_345.5, status: 'idea', need: 'van' },
  ],
  health: [
    { partner: 'bank', dimension: 'Trust', score: 5, on: '2026-11-01' },
    { partner: 'bank', dimension: 'Voice', score: 2, on: '2026-11-01' },
  ],
};

interface MetricsJson {
  readonly inputs: Readonly<Record<string, number>>;
  readonly by_partner: readonly { name: string; total: number; share: number }[];
  readonly metrics: readonly { actual: number; target: number; baseline: number; attainment: number }[];
  readonly ratios: Readonly<Record<string, number | null>>;
  readonly resource_map: {
    readonly needs: readonly { value: number; cover: Record<string, number> }[];
    readonly by_partner: readonly Record<string, number>[];
  };
  readonly health: { readonly overall: Record<string, number>; readonly missing: readonly string[] };
}

async function json(): Promise<MetricsJson> {
  const { out, code } = await atTerminal(root, ['metrics', ...day, '--json']);
  expect(code).toBe(0);
  return JSON.parse(out) as MetricsJson;
}

describe('metrics --json', () => {
  it('is the worked case, by the names of the contract', async () => {
    expect(await json()).toMatchObject({
      format: 1,
      as_of: '2026-12-31',
      currency: 'ILS',
      inputs: {
        cash: 100_000,
        time: 48_000,
        in_kind: 30_000,
        management: 22_000,
        total: 200_000,
        hours: 400,
        leveraged: 40_000,
      },
      without_time: 152_000,
      by_partner: [
        { partner: 'bank', total: 148_000, share: 0.74 },
        { partner: 'school', total: 52_000, share: 0.26 },
      ],
      metrics: [
        {
          id: 'pupils',
          name: 'Pupils reached',
          kind: 'output',
          unit: 'people',
          aggregate: 'latest',
          baseline: 0,
          target: 600,
          actual: 500,
          attainment: 500 / 600,
          observations: [
            { on: '2026-03-31', value: 320, file: 'stages/08-measuring.yaml', path: 'observations[0]' },
            { on: '2026-06-30', value: 500, source: 'register' },
          ],
        },
      ],
      ratios: {
        cost_per_beneficiary: 400,
        cost_per_beneficiary_without_time: 304,
        leverage_ratio: 0.2,
        non_cash_share: 0.39,
        management_share: 0.11,
        on_time_rate: null,
        pledge_fulfilment: 0.8,
        balance: 0.7696,
        largest_share: 0.74,
      },
      health: { missing: ['school'] },
      problems: { errors: 0, warnings: 0 },
    });
  });

  it('knows nothing later than --today', async () => {
    const { out } = await atTerminal(root, ['metrics', '--today', '2026-03-31', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      inputs: { total: 148_000, leveraged: 0 },
      metrics: [{ actual: 320 }],
      health: { round: null },
      warnings: [{ code: 'dated-later' }],
    });
  });
});

/** Text without direction marks and with plain blanks. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\u00a0/g, ' ');

describe.each(['en', 'he'] as const)('metrics in %s', (language) => {
  const format = (options: object) => (value: number) =>
    plain(new Intl.NumberFormat(language, options).format(value));
  const money = format({
    style: 'currency',
    currency: 'ILS',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const percent = format({ style: 'percent', maximumFractionDigits: 1 });
  const number = format({ maximumFractionDigits: 2 });

  async function text(...argv: string[]): Promise<string> {
    const { out, code } = await atTerminal(root, ['metrics', ...day, '--lang', language, ...argv]);
    expect(code).toBe(0);
    return plain(out);
  }

  it('shows the figures of the JSON', async () => {
    const { inputs, by_partner, metrics, ratios, resource_map, health } = await json();
    const out = await text();
    const amounts = [
      inputs.cash,
      inputs.time,
      inputs.in_kind,
      inputs.management,
      inputs.total,
      inputs.leveraged,
      ...by_partner.map(({ total }) => total),
      ratios.cost_per_beneficiary,
      ratios.cost_per_beneficiary_without_time,
      ...resource_map.needs.flatMap(({ value, cover }) => [value, ...Object.values(cover)]),
    ];
    const shares = [
      ...by_partner.map(({ share }) => share),
      ...metrics.map(({ attainment }) => attainment),
      ratios.non_cash_share,
      ratios.management_share,
      ratios.pledge_fulfilment,
      ratios.balance,
    ];
    const numbers = [
      inputs.hours,
      ...metrics.flatMap(({ actual, target, baseline }) => [actual, target, baseline]),
      ratios.leverage_ratio,
      ...Object.values(health.overall),
    ];
    for (const amount of amounts) expect(out).toContain(money(amount ?? Number.NaN));
    for (const share of shares) expect(out).toContain(percent(share ?? Number.NaN));
    for (const figure of numbers) expect(out).toContain(number(figure ?? Number.NaN));
  });

  it.each(['partner', 'month', 'quarter', 'year', 'kind'])('breaks down by %s', async (by) => {
    const out = await text('--by', by);
    expect(out).toContain(money(100_000));
    expect(out).toContain(money(200_000));
  });

  it('says that the on-time rate is not available, not that it is 0', async () => {
    const line = (await text()).split('\n').find((one) => /on time|בזמן/.test(one));
    expect(line).toMatch(/n\/a|אין נתון/);
  });

  it('names who has not answered', async () => {
    expect(await text()).toMatch(/(Has not answered|טרם ענו): School/);
  });

  it('says what to type where there is nothing to measure', async () => {
    const { out, code } = await atTerminal(empty, ['metrics', '--lang', language]);
    expect(code).toBe(0);
    const commands = out.split('\n').filter((line) => line.startsWith('    partner '));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const words = [...command.trim().matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) =>
        word.replaceAll('"', ''),
      );
      const run = await atTerminal(empty, [...words.slice(1), '--dry-run']);
      expect(run.code, run.err).toBe(0);
    }
  });
});

it('names mixed bases and where they stand', async () => {
  const contributions = [
    { id: 'a', partner: 'bank', type: 'time', hours: 2, rate: 50, basis: 'donor_cost', on: '2026-02-01' },
    { id: 'b', partner: 'bank', type: 'time', hours: 1, rate: 90, basis: 'replacement', on: '2026-02-02' },
  ];
  const mixed = await measuredFolder({ partners: workedCase.partners, sections: { contributions } });
  const { out } = await atTerminal(mixed, ['metrics', '--lang', 'en']);
  expect(plain(out)).toContain('mixes bases of valuation: Paid time cost to the giver ₪100');
  expect(plain(out).replace(/\s+/g, ' ')).toContain(
    'stages/07-implementing.yaml: contributions[0], contributions[1]',
  );
  const { out: told } = await atTerminal(mixed, ['metrics', '--json']);
  expect(JSON.parse(told)).toMatchObject({
    warnings: [
      {
        code: 'mixed-basis',
        entries: [{ path: 'contributions[0]' }, { path: 'contributions[1]' }],
      },
    ],
  });
});

it('refuses what it cannot break down by', async () => {
  const { code, err } = await atTerminal(root, ['metrics', '--by', 'week']);
  expect(code).toBe(2);
  expect(err).toContain('quarter');
});

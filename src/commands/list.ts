import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { detailsOf, type SummaryPartner } from '../core/portfolio/details.ts';
import type { GroupKey, SortKey, StateKey } from '../core/portfolio/keys.ts';
import { isPartner } from '../core/portfolio/select.ts';
import type { PartnershipSummary } from '../core/portfolio/summary.ts';
import { type PortfolioQuery, portfolioOf } from '../core/portfolio.ts';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { portfolioViewOf } from '../render/portfolio-view.ts';
import { type PlaceArgument, scopeOf } from '../store/discover.ts';
import { readTogether } from './reading-together.ts';

/** `partner list`: every partnership below a folder, a row each, with what they come to together. */
export async function list(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const { context } = invocation;
  const root = args[0] as string | undefined;
  const argument = { name: 'ROOT', isGiven: root !== undefined } as const;
  const summaries = await summariesBelow(invocation, resolve(invocation.folder, root ?? '.'), argument);
  const query = queryOf(options);
  requireKnown(query, summaries);
  const portfolio = portfolioOf(summaries, query, invocation.today);
  if (invocation.json || options.format === 'json') {
    const { portfolioJson } = await import('../render/portfolio-json.ts');
    printJson(invocation, portfolioJson(portfolio));
    return 0;
  }
  if (options.format === 'csv') {
    const { portfolioCsv } = await import('../render/portfolio-csv.ts');
    context.stdout.write(portfolioCsv(portfolio, options.forecast === true));
    return 0;
  }
  const language = languageOf(context, invocation.options.lang, commonLanguage(summaries));
  const view = await portfolioViewOf(portfolio, language);
  const { renderPortfolio } = await import('../render/terminal/portfolio/portfolio.ts');
  const parts = { durations: options.durations === true, forecast: options.forecast === true };
  context.stdout.write(await renderPortfolio(view, parts, terminalOf(invocation, context.stdout, language)));
  return 0;
}

/** The summaries of all partnerships that a folder covers; throws `no-such-folder` and `no-partnership`, as `scopeOf` does. */
export async function summariesBelow(
  invocation: Invocation,
  root: string,
  argument?: PlaceArgument,
): Promise<PartnershipSummary[]> {
  const summaries: PartnershipSummary[] = [];
  const { base, roots } = scopeOf(root, argument);
  const { readings } = readTogether(invocation, [{ base, roots }], ['summary']);
  for await (const { reading } of readings)
    if (reading.summary !== undefined) summaries.push(reading.summary);
  return summaries;
}

/** The language that all partnerships share; undefined where they have several. */
export function commonLanguage(summaries: readonly PartnershipSummary[]): 'en' | 'he' | undefined {
  const languages = new Set(summaries.flatMap(({ language }) => language ?? []));
  const [only] = languages;
  return languages.size === 1 && (only === 'en' || only === 'he') ? only : undefined;
}

function queryOf(options: CommandOptions): PortfolioQuery {
  const several = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
  return {
    filter: {
      stages: several(options.stage),
      states: several(options.state) as StateKey[],
      tags: several(options.tag),
      partners: several(options.partner),
      overdue: options.overdue === true,
      stalled: options.stalled === true,
    },
    sort: (options.sort as SortKey | undefined) ?? 'urgency',
    reverse: options.reverse === true,
    by: (options.by as GroupKey | undefined) ?? null,
  };
}

/**
 * A name that no partnership knows is a slip of the pen, and not a portfolio without such partnerships:
 * throws `usage` with the nearest name.
 */
function requireKnown({ filter }: PortfolioQuery, summaries: readonly PartnershipSummary[]): void {
  for (const stage of filter.stages) {
    const stages = distinct(summaries, (one) => one.stages.map(({ id }) => id));
    const isNumber = /^\d+$/.test(stage) && summaries.some((one) => Number(stage) <= one.stages.length);
    if (!stages.includes(stage) && !isNumber) throw unknown('--stage', stage, stages);
  }
  for (const tag of filter.tags) {
    const tags = distinct(summaries, (one) => one.tags);
    const isKnown = tags.some((own) => own.toLowerCase() === tag.toLowerCase());
    if (!isKnown) throw unknown('--tag', tag, tags);
  }
  for (const wanted of filter.partners) {
    const isMeant = (partner: SummaryPartner) => isPartner(partner, wanted);
    if (summaries.some((one) => detailsOf(one).partners.some(isMeant))) continue;
    throw unknown(
      '--partner',
      wanted,
      distinct(summaries, (one) => detailsOf(one).partners.map(({ id }) => id)),
    );
  }
}

function distinct(
  summaries: readonly PartnershipSummary[],
  wordsOf: (summary: PartnershipSummary) => readonly string[],
): string[] {
  return [...new Set(summaries.flatMap(wordsOf))];
}

function unknown(option: string, value: string, known: readonly string[]): PartnerError {
  const meant = nearest(value, known);
  const problem = {
    en: `${option}: no partnership here has "${value}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}`,
    he: `${option}: לאף שותפות כאן אין "${value}"${meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`}`,
  };
  return new PartnerError('usage', { problem, command: 'list' });
}

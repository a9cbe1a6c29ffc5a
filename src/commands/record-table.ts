import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import type { OffsetProblem } from '../core/problem.ts';
import { readHeader } from '../core/recording/columns.ts';
import { metricsOf, observationsOf } from '../core/recording/observation.ts';
import { planRows, type RecordingPlan } from '../core/recording/plan.ts';
import { readRows } from '../core/recording/read-rows.ts';
import { type Invocation, languageOf, loadOptions, terminalOf } from '../invocation.ts';
import { loadRecordingWords } from '../render/messages/recording.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable } from '../render/printable.ts';
import { createPage } from '../render/terminal/page.ts';
import { recordingTable } from '../render/terminal/recording.ts';
import { openTable } from '../store/csv/open-table.ts';
import { largestTable, readTable, type TableReading } from '../store/csv/read-table.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { placeOffsets } from '../store/place-offsets.ts';
import { openDialogue } from './dialogue.ts';
import { shownPath } from './paths.ts';
import { particularsOf, type RecordingPlanner, recordPlanned } from './recording.ts';

interface NamedTable extends TableReading {
  /** The table's name for messages. */
  readonly name: string;
}

/**
 * `partner record --from`: every row of a table or none. Says what it will do and asks on a terminal;
 * what is recorded already is passed over, so that the same file can be given again.
 */
export async function recordTable(invocation: Invocation, options: CommandOptions): Promise<number> {
  const root = requireRoot(invocation.folder);
  const table = await readGiven(invocation, options.from as string);
  const planner = (now: Partnership) => planTable(invocation, table, now, options);
  const dryRun = options.dryRun === true;
  const mayAsk = invocation.canAsk && !dryRun && options.yes !== true;
  const shows = mayAsk || (dryRun && !invocation.json && !invocation.quiet);
  if (shows) await showPlan(invocation, root, table.name, planner, mayAsk);
  return recordPlanned(invocation, root, dryRun, planner, mayAsk);
}

async function readGiven(invocation: Invocation, given: string): Promise<NamedTable> {
  if (given !== '-') {
    const path = resolve(invocation.folder, given);
    const name = shownPath(invocation, path);
    return { ...(await openTable(path, name)), name };
  }
  const { stdin } = invocation.context;
  if (stdin.isTTY) throw new PartnerError('usage', { problem: nothingPiped, command: 'record' });
  return { ...(await readTable(stdin.read(largestTable))), name: 'stdin' };
}

const nothingPiped = {
  en: 'nothing is piped in; `--from -` reads what another program writes',
  he: 'דבר לא הוזרם; `--from -` קורא את מה שתכנה אחרת כותבת',
};

/** What the table comes to for the partnership as it is now; throws `invalid-table` with every problem. */
function planTable(
  { today }: Invocation,
  table: NamedTable,
  partnership: Partnership,
  options: CommandOptions,
): RecordingPlan {
  refuse(table, table.problems);
  const [header = [], ...rows] = table.rows;
  const on = options.on as string | undefined;
  const { columns, problems: ofHeader } = readHeader(header, on !== undefined);
  refuse(table, ofHeader);
  const metrics = metricsOf(partnership);
  if (metrics.length === 0) throw new PartnerError('no-metrics');
  const settings = { metrics, today, on, particulars: particularsOf(options) };
  const { read, problems } = readRows(rows, columns, settings);
  const { plan, problems: against } = planRows(read, observationsOf(partnership));
  refuse(table, [...problems, ...against]);
  return plan;
}

function refuse({ name, text }: NamedTable, problems: readonly OffsetProblem[]): void {
  if (problems.length === 0) return;
  const diagnostics = placeOffsets(name, text, problems);
  const params = { file: name, count: problems.length, shown: diagnostics.length };
  throw new PartnerError('invalid-table', params, { diagnostics });
}

/** Shows what a table comes to, before anything is locked; asks for a yes where something is new. */
async function showPlan(
  invocation: Invocation,
  root: string,
  file: string,
  planner: RecordingPlanner,
  mayAsk: boolean,
): Promise<void> {
  const { context, options } = invocation;
  const { partnership } = await loadPartnership(root, loadOptions(invocation));
  const { metrics, fresh } = planner(partnership);
  const language = languageOf(context, options.lang, partnership.language);
  const words = await loadRecordingWords(language);
  const page = createPage(terminalOf(invocation, context.stderr, language));
  page.paragraph(printable(words.found(file)));
  recordingTable(page, metrics, words, await loadTerms(language));
  context.stderr.write(await page.render());
  if (!mayAsk || fresh.length === 0) return;
  const dialogue = await openDialogue(invocation, partnership.language);
  await dialogue.confirmOrCancel(words.record(fresh.length));
}

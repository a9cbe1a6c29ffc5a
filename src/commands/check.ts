import type { CommandOptions } from '../command-specs/command-spec.ts';
import { inLanguage } from '../core/model.ts';
import { type ChecklistLine, checklistOf, type StageRecord } from '../core/partnership.ts';
import { fieldsOf } from '../core/schema/section.ts';
import { checklistItem } from '../core/schema/stage.ts';
import { statusOf } from '../core/status.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { printable, trusted } from '../render/printable.ts';
import type { FileChange, Planner } from '../store/change-partnership.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { change, needsAnswer, type Telling } from './changing.ts';
import { openDialogue } from './dialogue.ts';
import { currentRecord, findItems } from './items.ts';

const itemKeys = fieldsOf(checklistItem).map(({ key }) => key);

interface Ticks {
  readonly stage: string;
  readonly done: readonly string[];
  readonly undone: readonly string[];
}

interface TickDetails {
  readonly on: string;
  /** Whether the day was asked for, so that it also replaces one that stands already. */
  readonly isDayGiven: boolean;
  readonly by: string | undefined;
  readonly evidence: readonly string[];
}

/** `partner check`: ticks items; on a terminal without any, shows the list to tick in. */
export async function check(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const details = detailsOf(invocation, options);
  const names = args[0] as readonly string[];
  const dryRun = options.dryRun === true;
  if (names.length === 0) return tickInList(invocation, root, details, dryRun);
  return (await change(invocation, root, dryRun, tickPlan(names, details), telling(invocation))).exitCode;
}

/** `partner uncheck`: takes ticks back. */
export async function uncheck(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const names = args[0] as readonly string[];
  if (names.length === 0)
    throw needsAnswer('an item to take the tick from', 'פריט שמסירים ממנו את הסימון', 'partner uncheck ITEM');
  const plan: Planner<Ticks> = ({ partnership, journey }) => {
    const { record, lines } = findItems(partnership, journey, names);
    return {
      change: { file: record.source.file, edits: lines.flatMap(untickEdits) },
      result: { stage: record.stage.id, done: [], undone: lines.map(({ id }) => id) },
    };
  };
  return (await change(invocation, root, options.dryRun === true, plan, telling(invocation))).exitCode;
}

function detailsOf({ today }: Invocation, { on, by, evidence }: CommandOptions): TickDetails {
  return {
    on: (on as string | undefined) ?? today,
    isDayGiven: on !== undefined,
    by: by as string | undefined,
    evidence: (evidence as readonly string[] | undefined) ?? [],
  };
}

function tickPlan(names: readonly string[], details: TickDetails): Planner<Ticks> {
  return ({ partnership, journey }) => {
    const { record, lines } = findItems(partnership, journey, names);
    return {
      change: {
        file: record.source.file,
        edits: lines.flatMap((line) => tickEdits(record, line, details, partnership.language)),
      },
      result: { stage: record.stage.id, done: lines.map(({ id }) => id), undone: [] },
    };
  };
}

type Edits = FileChange['edits'];

/** Ticks one line. An item that somebody removed and the model requires comes back with its tick. */
function tickEdits(record: StageRecord, line: ChecklistLine, details: TickDetails, language: string): Edits {
  const { on, isDayGiven, by, evidence } = details;
  if (line.index === undefined) {
    const demand = record.stage.checklist.find(({ id }) => id === line.id);
    const text = demand === undefined ? line.text : inLanguage(demand.text, language);
    const marks = {
      done: true,
      on,
      ...(by === undefined ? {} : { by }),
      ...(evidence.length > 0 ? { evidence } : {}),
    };
    return [
      {
        kind: 'append',
        path: ['checklist'],
        value: { id: line.id, text, required: line.required, ...marks },
      },
    ];
  }
  const path = ['checklist', line.index];
  const set = (key: string, value: unknown): Edits[number] => ({
    kind: 'set',
    path: [...path, key],
    value,
    keyOrder: itemKeys,
  });
  const added = evidence.filter((entry) => !line.evidence.includes(entry));
  return [
    set('done', true),
    ...(!line.done || isDayGiven ? [set('on', on)] : []),
    ...(by === undefined ? [] : [set('by', by)]),
    ...(added.length > 0 ? [set('evidence', [...line.evidence, ...added])] : []),
  ];
}

/** Takes one tick back with its day and its name; the evidence stays. */
function untickEdits(line: ChecklistLine): Edits {
  if (line.index === undefined) return [];
  const path = ['checklist', line.index];
  return [
    { kind: 'set', path: [...path, 'done'], value: false, keyOrder: itemKeys },
    { kind: 'remove', path: [...path, 'on'] },
    { kind: 'remove', path: [...path, 'by'] },
  ];
}

async function tickInList(
  invocation: Invocation,
  root: string,
  details: TickDetails,
  dryRun: boolean,
): Promise<number> {
  if (!invocation.canAsk) throw needsAnswer('an item to tick', 'פריט לסימון', 'partner check ITEM');
  const { partnership, journey } = await loadPartnership(root, loadOptions(invocation));
  const record = currentRecord(partnership, journey);
  const dialogue = await openDialogue(invocation, partnership.language);
  const lines = checklistOf(record, partnership.language);
  const ticked = await dialogue.pick(
    dialogue.words.check.which(inLanguage(record.stage.title, partnership.language)),
    lines.map((line) => ({
      value: line.id,
      name: `${line.text}${line.required ? '' : ` (${dialogue.words.check.optional})`}`,
      checked: line.done,
    })),
  );
  const newly = lines.filter((line) => !line.done && ticked.includes(line.id)).map(({ id }) => id);
  const cleared = lines.filter((line) => line.done && !ticked.includes(line.id));
  const evidence = new Map<string, readonly string[]>();
  for (const id of newly) {
    const hint = record.stage.checklist.find((item) => item.id === id)?.evidence;
    const answer = await dialogue.text(
      dialogue.words.check.evidence(id, hint === undefined ? '' : inLanguage(hint, dialogue.textLanguage)),
    );
    evidence.set(id, answer.trim() === '' ? [] : [answer.trim()]);
  }
  const plan: Planner<Ticks> = (now) => {
    const named =
      newly.length === 0
        ? []
        : findItems(
            now.partnership,
            now.journey,
            newly.map((id) => `${record.stage.id}/${id}`),
          ).lines;
    const ticks = named.flatMap((line) =>
      tickEdits(record, line, { ...details, evidence: evidence.get(line.id) ?? [] }, partnership.language),
    );
    const result = { stage: record.stage.id, done: newly, undone: cleared.map(({ id }) => id) };
    return {
      change: { file: record.source.file, edits: [...ticks, ...cleared.flatMap(untickEdits)] },
      result,
    };
  };
  return (await change(invocation, root, dryRun, plan, telling(invocation))).exitCode;
}

const telling = ({ today }: Invocation): Telling<Ticks> => ({
  commit: ({ result }, words) => ({
    subject: [
      ...(result.done.length > 0 ? [words.checked(result.done.join(', '))] : []),
      ...(result.undone.length > 0 ? [words.unchecked(result.undone.join(', '))] : []),
    ].join('; '),
  }),
  json: ({ result, after }) => ({
    stage: result.stage,
    done: result.done,
    undone: result.undone,
    gate: statusOf(after.partnership, after.journey, after.diagnostics, today).gate,
  }),
  lines: (page, { result }, terms) => {
    if (result.done.length > 0)
      page.paragraph([{ text: printable(terms.changes.checked(result.done.join(', '))), style: 'good' }]);
    if (result.undone.length > 0)
      page.paragraph(trusted(printable(terms.changes.unchecked(result.undone.join(', ')))));
  },
});

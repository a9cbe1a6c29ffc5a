import type { Journey } from '../core/journey.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type ChecklistLine, checklistOf, type Partnership, type StageRecord } from '../core/partnership.ts';
import type { Bilingual } from '../core/problem.ts';

/** Items of one stage's checklist, as a command named them. */
export interface NamedItems {
  readonly record: StageRecord;
  readonly lines: readonly ChecklistLine[];
}

/**
 * Finds the items that a command names: ids of the current stage, or `stage/item`. All must be of one
 * stage, since one command writes one file. Throws `unknown-item`, `unknown-stage`, `usage`.
 */
export function findItems(partnership: Partnership, journey: Journey, names: readonly string[]): NamedItems {
  const found = names.map((name) => findItem(partnership, journey, name));
  const record = found[0]?.record;
  if (record === undefined) throw usage({ en: 'no item was named', he: 'לא צוין פריט' });
  if (found.some((item) => item.record !== record)) {
    throw usage({
      en: 'the items are of different stages; name those of one stage at a time',
      he: 'הפריטים שייכים לשלבים שונים; יש לציין בכל פעם פריטים של שלב אחד',
    });
  }
  return { record, lines: found.map(({ line }) => line) };
}

function usage(problem: Bilingual): PartnerError {
  return new PartnerError('usage', { problem, command: 'check' });
}

function findItem(
  partnership: Partnership,
  journey: Journey,
  name: string,
): { record: StageRecord; line: ChecklistLine } {
  const slash = name.indexOf('/');
  const record =
    slash < 0 ? currentRecord(partnership, journey) : requireStage(partnership, name.slice(0, slash));
  const id = name.slice(slash + 1);
  const lines = checklistOf(record, partnership.language);
  const line = lines.find((candidate) => candidate.id === id);
  if (line !== undefined) return { record, line };
  const known = lines.map((candidate) => candidate.id);
  const meant = slash < 0 ? (elsewhere(partnership, id) ?? nearest(id, known)) : nearest(id, known);
  const params = {
    item: id,
    stage: record.stage.id,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  throw new PartnerError('unknown-item', params);
}

/** The stage that the partnership is at; throws `partnership-ended` where it is at none. */
export function currentRecord(partnership: Partnership, journey: Journey): StageRecord {
  const record = journey.current === null ? undefined : partnership.stages[journey.current.index];
  if (record === undefined) throw new PartnerError('partnership-ended', { state: journey.state });
  return record;
}

function requireStage(partnership: Partnership, id: string): StageRecord {
  const record = partnership.stages.find(({ stage }) => stage.id === id);
  if (record !== undefined) return record;
  const known = partnership.stages.map(({ stage }) => stage.id);
  const meant = nearest(id, known);
  throw new PartnerError('unknown-stage', {
    stage: id,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

/** `stage/item` of an item of that very id in another stage. */
function elsewhere(partnership: Partnership, id: string): string | undefined {
  const record = partnership.stages.find((stage) =>
    checklistOf(stage, partnership.language).some((line) => line.id === id),
  );
  return record === undefined ? undefined : `${record.stage.id}/${id}`;
}

import { idFromName } from './id.ts';
import { nearest } from './nearest.ts';
import { PartnerError } from './partner-error.ts';
import type { Bilingual } from './problem.ts';
import type { FieldKind } from './schema/outline.ts';
import type { Field, ListSection } from './schema/section.ts';

/** What an assignment asks for: a value, or `undefined` to take the field away. */
export interface Assignment {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * Reads `key=value` words by the types of a section's fields. A key that is given several times, or
 * commas, make a list; `scores.cost=4` names a key of a mapping; `key=` takes the field away. Throws
 * `usage`, `unknown-key` (with the nearest) and `invalid-value`.
 */
export function readAssignments(
  section: string,
  fields: readonly Field[],
  words: readonly string[],
): Assignment[] {
  const assignments = new Map<string, Assignment>();
  for (const word of words) {
    const { key, text } = splitWord(section, word);
    const path = key.split('.');
    const field = fields.find((candidate) => candidate.key === path[0]);
    if (field === undefined || (path.length > 1 && field.meta.kind !== 'mapping'))
      throw unknownKey(section, fields, key);
    const value =
      text === '' ? undefined : readValue(key, path.length > 1 ? 'score-or-unknown' : field.meta.kind, text);
    const before = assignments.get(key)?.value;
    const both = Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
    assignments.set(key, { path, value: both });
  }
  return [...assignments.values()];
}

function splitWord(section: string, word: string): { key: string; text: string } {
  const at = word.indexOf('=');
  if (at > 0) return { key: word.slice(0, at), text: word.slice(at + 1) };
  const problem = {
    en: `"${word}" is not of the form key=value`,
    he: `"${word}" אינו בצורה key=value`,
  };
  throw new PartnerError('usage', { problem, section });
}

function unknownKey(section: string, fields: readonly Field[], key: string): PartnerError {
  const known = fields.map((field) => field.key);
  const meant = nearest(key, known);
  return new PartnerError('unknown-key', {
    section,
    key,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

const expectations: Readonly<Partial<Record<FieldKind, Bilingual>>> = {
  number: { en: 'a plain number, such as 1200 or 0.5', he: 'מספר פשוט, כמו 1200 או 0.5' },
  flag: { en: 'true or false', he: 'true או false' },
};

/** A value in the form that files hold, read from what a person typed for a field of that kind. */
export function readValue(key: string, kind: FieldKind, text: string): unknown {
  switch (kind) {
    case 'number':
    case 'whole':
    case 'score':
    case 'money':
    case 'hours':
      return readNumber(key, text);
    case 'score-or-unknown':
      return text === 'unknown' ? text : readNumber(key, text);
    case 'text-or-number':
      // A version 1.10 is no number: written as one it would become 1.1.
      return isPlainNumber(text) && String(Number(text)) === text ? Number(text) : text;
    case 'flag':
      if (text === 'true' || text === 'yes' || text === 'כן') return true;
      if (text === 'false' || text === 'no' || text === 'לא') return false;
      throw invalidValue(key, text, expectations.flag);
    case 'list':
      return splitList(text);
    case 'mapping':
      return Object.fromEntries(splitList(text).map((pair) => readPair(key, pair)));
    default:
      return text;
  }
}

function invalidValue(key: string, value: string, expected: Bilingual = { en: '', he: '' }): PartnerError {
  return new PartnerError('invalid-value', { key, value, expected });
}

/** Whether a text is a decimal number that survives being read. */
function isPlainNumber(text: string): boolean {
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text) && Number.isFinite(Number(text));
}

function readNumber(key: string, text: string): number {
  if (!isPlainNumber(text)) throw invalidValue(key, text, expectations.number);
  return Number(text);
}

// A backslash keeps a comma inside an entry.
function splitList(text: string): string[] {
  return text
    .split(/(?<!\\),/)
    .map((entry) => entry.replaceAll('\\,', ',').trim())
    .filter((entry) => entry !== '');
}

function readPair(key: string, pair: string): [string, unknown] {
  const at = pair.indexOf(':');
  const expected = { en: 'pairs such as cost:4,fit:unknown', he: 'זוגות כמו cost:4,fit:unknown' };
  if (at <= 0) throw invalidValue(key, pair, expected);
  const criterion = pair.slice(0, at).trim();
  return [criterion, readValue(`${key}.${criterion}`, 'score-or-unknown', pair.slice(at + 1).trim())];
}

/** Puts assignments together to a new entry, its keys in the order of the schema. */
export function entryFrom(
  fields: readonly Field[],
  assignments: readonly Assignment[],
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { path, value } of assignments) {
    const [key = '', inner] = path;
    if (value === undefined) continue;
    given[key] = inner === undefined ? value : { ...(given[key] as object | undefined), [inner]: value };
  }
  return Object.fromEntries(
    fields.flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
}

// What an entry is called by, in the order in which a name for its id is looked for.
const namingKeys = ['name', 'title', 'item', 'role', 'text', 'what', 'to'];

/** What people would call an entry by: its name, title, text or what else it has; `undefined` where nothing. */
export function calledBy(entry: Readonly<Record<string, unknown>>): string | undefined {
  return namingKeys.map((key) => entry[key]).find((value): value is string => typeof value === 'string');
}

/** What an entry without a name is told by: who, what and when; in a section of a model's own whatever has to be there. */
function partsOf(
  { own, entry: { fields } }: ListSection,
  entry: Readonly<Record<string, unknown>>,
): unknown[] {
  if (own === undefined) return [entry.partner, entry.type, entry.on];
  return fields.filter(({ key, optional }) => !optional && key !== 'id').map(({ key }) => entry[key]);
}

/** The entry with an id made from its name, where its section wants one and none was given. */
export function withId(
  section: ListSection,
  entry: Readonly<Record<string, unknown>>,
  isTaken: (id: string) => boolean,
): Readonly<Record<string, unknown>> {
  if (!section.identity.includes('id') || entry.id !== undefined) return entry;
  const keys = section.own === undefined ? namingKeys : [section.own.namedBy ?? ''];
  const name = keys.map((key) => entry[key]).find((value) => typeof value === 'string');
  const parts = partsOf(section, entry).filter((value) => typeof value === 'string');
  const id = idFromName(String(name ?? parts.join('-')), section.name, isTaken);
  return { id, ...entry };
}

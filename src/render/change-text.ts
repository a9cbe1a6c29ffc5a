import { type Change, isMapping, type Mapping } from '../core/history/change.ts';
import { type Subject, subjectOf } from '../core/history/subject.ts';
import { choiceLabel, labelIn } from '../core/language.ts';
import type { Bilingual } from '../core/problem.ts';
import type { Language } from '../core/schema/partnership.ts';
import type { Sections } from '../core/schema/registry.ts';
import type { Field } from '../core/schema/section.ts';
import type { HistoryWords } from './messages/history.ts';
import type { Terms } from './messages/terms.ts';
import { type Printable, printable, trusted } from './printable.ts';
import { isolated } from './terminal/bidi.ts';

/** The words that changes are told in. */
export interface ChangeTexts {
  readonly language: Language;
  /** The language that labels of a model's own sections are told in. */
  readonly textLanguage: string;
  /** The sections that the model knows. */
  readonly sections: Sections;
  readonly words: HistoryWords;
  readonly terms: Terms;
}

/** A change as one sentence, safe to print; foreign names in it are kept from disturbing its order. */
export function describeChange(change: Change, texts: ChangeTexts): Printable {
  return trusted(sentence(change, subjectOf(change.subject, texts.sections), texts));
}

function sentence(change: Change, subject: Subject, texts: ChangeTexts): string {
  const { words } = texts;
  if (change.unreadable === true) return words.changes.unreadable(shown(change.subject));
  switch (change.kind) {
    case 'started':
      return words.changes.started(called(change));
    case 'checked':
      return join(words.changes.checked(called(change)), tickText(change.to, texts));
    case 'unchecked':
      return words.changes.unchecked(called(change));
    case 'reviewed':
      return reviewText(change.to, texts);
    case 'contributed':
      return words.changes.contributed(facts(change.to, subject, texts, ['id']));
    case 'observed':
      return words.changes.observed(observed(change.to), facts(change.to, subject, texts, ['metric']));
    case 'partner_joined':
      return join(words.changes.joined(called(change)), facts(change.to, subject, texts, ['id', 'name']));
    case 'partner_left':
      return words.changes.left(called(change), facts(change.to, subject, texts, []));
    case 'added':
    case 'removed':
      return cameOrWent(change, subject, texts);
    case 'changed':
      return changedText(change, subject, texts);
  }
}

function join(head: string, tail: string): string {
  return tail === '' ? head : `${head} · ${tail}`;
}

/** A foreign text inside a sentence, cut where it is longer than a line or two. */
function shown(text: string): string {
  const characters = Array.from(text);
  const short = characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
  return isolated(printable(short.replace(/\s*\n\s*/g, ' ').trim()));
}

const longest = 160;

function called({ label, subject }: Change): string {
  return shown(label ?? subject.slice(subject.indexOf('/') + 1));
}

function observed(entry: unknown): string {
  return shown(isMapping(entry) ? String(entry.metric ?? '') : '');
}

function reviewText(review: unknown, texts: ChangeTexts): string {
  const { words, terms } = texts;
  if (!isMapping(review)) return words.changes.reviewed('', '');
  const decision = String(review.decision ?? '');
  const head = words.changes.reviewed(
    terms.words[decision] ?? shown(decision),
    shown(String(review.round ?? '')),
  );
  const told = ['date', 'to', 'reviewers', 'reason', 'waivers', 'conditions', 'next_review'];
  const rest = Object.fromEntries(
    told.flatMap((key) => (review[key] === undefined ? [] : [[key, review[key]]])),
  );
  return join(head, facts(rest, subjectOf('reviews', texts.sections), texts, []));
}

/** Who ticked an item, when, and what shows it. */
function tickText(tick: unknown, { words, terms }: ChangeTexts): string {
  if (!isMapping(tick)) return '';
  const { by, on, evidence } = tick;
  const shows = Array.isArray(evidence) ? evidence.map((one) => shown(String(one))).join(', ') : '';
  return [
    ...(typeof by === 'string' ? [shown(by)] : []),
    ...(typeof on === 'string' ? [shown(terms.date(on))] : []),
    ...(shows === '' ? [] : [words.changes.fact(words.changes.evidence, shows)]),
  ].join(' · ');
}

/** The fields of an entry, one after the other, without those that the sentence has told already. */
function facts(entry: unknown, { fields }: Subject, texts: ChangeTexts, told: readonly string[]): string {
  if (!isMapping(entry))
    return entry === null || entry === undefined ? '' : valueText(entry, undefined, texts);
  return Object.entries(entry)
    .filter(([key]) => !told.includes(key))
    .map(([key, value]) => {
      const field = fields.find((one) => one.key === key);
      return texts.words.changes.fact(fieldLabel(key, field, texts), valueText(value, field, texts));
    })
    .join(' · ');
}

function fieldLabel(key: string, field: Field | undefined, { textLanguage }: ChangeTexts): string {
  return field === undefined ? shown(key) : labelText(field.meta.label, textLanguage);
}

function valueText(value: unknown, field: Field | undefined, texts: ChangeTexts): string {
  const { words, terms } = texts;
  if (typeof value === 'boolean') return value ? words.changes.yes : words.changes.no;
  if (Array.isArray(value)) return value.map((entry) => valueText(entry, undefined, texts)).join(', ');
  if (isMapping(value)) return field?.meta.kind === 'mapping' ? recordText(value) : mappingText(value);
  const text = String(value);
  if (field?.meta.kind === 'choice') return choiceText(text, field, texts);
  return field?.meta.kind === 'date' ? shown(terms.date(text)) : shown(text);
}

// Labels that a model declares are as foreign as any text of a file.
function labelText(label: Bilingual, language: string): string {
  return printable(labelIn(label, language));
}

function choiceText(word: string, { meta }: Field, { terms, textLanguage }: ChangeTexts): string {
  if (meta.choiceLabels === undefined) return terms.words[word] ?? shown(word);
  return printable(choiceLabel(meta.choiceLabels, word, textLanguage) ?? word);
}

// An entry inside an entry, such as a reviewer or a waiver: its values tell enough.
function mappingText(value: Mapping): string {
  const [first, ...rest] = Object.values(value).map((part) =>
    shown(typeof part === 'object' ? JSON.stringify(part) : String(part)),
  );
  return rest.length === 0 ? (first ?? '') : `${first} (${rest.join(', ')})`;
}

// A mapping whose keys people chose: scores by criteria, versions by stages.
function recordText(value: Mapping): string {
  return Object.entries(value)
    .map(([key, part]) => `${shown(key)}: ${shown(String(part))}`)
    .join(', ');
}

function partLabel({ part, label }: Subject, { textLanguage, words }: ChangeTexts): string {
  if (part === 'checklist') return words.changes.checklist;
  if (part === 'partnership') return words.changes.partnership;
  if (part === 'stages') return words.changes.stageHead;
  return label === undefined ? shown(part) : labelText(label, textLanguage);
}

function cameOrWent(change: Change, subject: Subject, texts: ChangeTexts): string {
  const { changes } = texts.words;
  if (subject.part === 'reviews') return changes.pastReviewRemoved(shown(subject.id ?? ''));
  const place = partLabel(subject, texts);
  const tell = change.kind === 'added' ? changes.added : changes.removed;
  if (subject.id !== undefined) return tell(place, named(change, subject));
  const value = change.kind === 'added' ? facts(change.to, subject, texts, []) : '';
  return join(tell(place, ''), value);
}

/** An entry as people call it, with its id, by which commands name it. */
function named({ label }: Change, { id = '' }: Subject): string {
  return label === null ? shown(id) : `${shown(label)} (${shown(id)})`;
}

function changedText(change: Change, subject: Subject, texts: ChangeTexts): string {
  const { changes } = texts.words;
  if (change.subject === 'folder') return changes.moved(shown(String(change.from)), shown(String(change.to)));
  if (change.subject === 'reviews') return changes.orderChanged;
  if (subject.part === 'reviews')
    return changes.pastReviewChanged(shown(subject.id ?? ''), fieldChanges(change, subject, texts));
  if (subject.part === 'conditions') {
    const isMet = isMapping(change.to) && change.to.met === true;
    return isMet ? changes.conditionMet(called(change)) : changes.conditionOpen(called(change));
  }
  const isWhole = subject.id === undefined || subject.part === 'stages';
  const place = partLabel(subject, texts);
  const thing = isWhole ? place : `${place}, ${named(change, subject)}`;
  return changes.changed(thing, fieldChanges(change, subject, texts));
}

function fieldChanges({ from, to }: Change, { fields }: Subject, texts: ChangeTexts): string {
  const { changes } = texts.words;
  if (!isMapping(from) || !isMapping(to)) {
    return changes.becomes(valueText(from, undefined, texts), valueText(to, undefined, texts));
  }
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((key) => {
      const field = fields.find((one) => one.key === key);
      const text = (value: unknown) => (value === undefined ? undefined : valueText(value, field, texts));
      return changes.field(fieldLabel(key, field, texts), text(from[key]), text(to[key]));
    })
    .join('; ');
}

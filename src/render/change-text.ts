import { type Change, isMapping } from '../core/history/change.ts';
import { type Subject, subjectOf } from '../core/history/subject.ts';
import { type Printable, trusted } from './printable.ts';
import { type ChangeTexts, factsText, fieldLabel, labelText, shown, valueText } from './value-text.ts';

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
      return words.changes.contributed(factsText(change.to, subject, texts, ['id']));
    case 'observed':
      return words.changes.observed(observed(change.to), factsText(change.to, subject, texts, ['metric']));
    case 'partner_joined':
      return join(words.changes.joined(called(change)), factsText(change.to, subject, texts, ['id', 'name']));
    case 'partner_left':
      return words.changes.left(called(change), factsText(change.to, subject, texts, []));
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
  const told = ['date', 'to', 'reviewers', 'reason', 'notes', 'waivers', 'conditions', 'next_review'];
  const rest = Object.fromEntries(
    told.flatMap((key) => (review[key] === undefined ? [] : [[key, review[key]]])),
  );
  return join(head, factsText(rest, subjectOf('reviews', texts.sections), texts, []));
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
  if (subject.id !== undefined) {
    const name = tell(place, named(change, subject, texts));
    // What has no name of its own is told by what it says.
    const isTold = change.label !== null || subject.identity.includes('id') || change.kind === 'removed';
    return isTold ? name : join(name, factsText(change.to, subject, texts, subject.identity));
  }
  const value = change.kind === 'added' ? factsText(change.to, subject, texts, []) : '';
  return join(tell(place, ''), value);
}

/**
 * An entry as people call it, with the id by which commands name it; one that speaks of another is called by that: the
 * progress of a milestone.
 */
function named({ label }: Change, { id = '', identity, fields }: Subject, texts: ChangeTexts): string {
  if (label !== null) return `${shown(label)} (${shown(id)})`;
  const parts = id.split('/');
  if (parts.length !== identity.length) return shown(id);
  return parts
    .map((part, index) => {
      const field = fields.find(({ key }) => key === identity[index]);
      const name = (field?.meta.refers ?? []).flatMap((section) => texts.names(section, part) ?? [])[0];
      return name === undefined ? valueText(part, field, texts) : `${shown(name)} (${shown(part)})`;
    })
    .join(', ');
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
  const thing = isWhole ? place : `${place}, ${named(change, subject, texts)}`;
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

import { type Candidate, type Proposal, without } from '../../core/completion/candidate.ts';
import { calledBy } from '../../core/entry-input.ts';
import { entriesOf, type Partnership } from '../../core/partnership.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { type Field, fieldsOf } from '../../core/schema/section.ts';
import { typeOf } from '../../render/field-words.ts';
import { loadChoiceWords } from '../../render/messages/choices.ts';
import { findFields, findList } from '../section-target.ts';
import { ifKnown } from './if-known.ts';

/** What stands on the command line around the assignment that is being typed. */
export interface AssignmentRequest {
  /** The list that a new entry goes into, or what `set` changes. */
  readonly target: string;
  readonly isNew: boolean;
  /** The assignments that stand already. */
  readonly given: readonly string[];
  readonly typed: string;
  readonly language: Language;
  readonly today: string;
}

/** `key=` of the fields that can be set; behind the sign, the values that the field can have. */
export async function assignmentProposal(
  partnership: Partnership,
  request: AssignmentRequest,
): Promise<Proposal> {
  const { given, typed, language } = request;
  const fields = ifKnown(() => fieldsFor(partnership, request)) ?? [];
  const sign = typed.indexOf('=');
  if (sign < 0) {
    const keys = fields.map((field) => ({ value: `${field.key}=`, about: aboutField(field, language) }));
    return { prefix: '', candidates: without(keys, given, keyOf) };
  }
  const field = fields.find(({ key }) => `${key}=` === keyOf(typed));
  const candidates = field === undefined ? [] : await valuesOf(partnership, field, request);
  return { prefix: keyOf(typed), candidates };
}

/** What stands before the value of `key=value`, with the sign. */
export function keyOf(assignment: string): string {
  return assignment.slice(0, assignment.indexOf('=') + 1);
}

function fieldsFor(partnership: Partnership, { target, isNew }: AssignmentRequest): readonly Field[] {
  return isNew
    ? fieldsOf(findList(partnership, target).section.entry)
    : findFields(partnership, target).fields;
}

function aboutField(field: Field, language: Language): string {
  const label = field.meta.label[language];
  const type = typeOf(field, language).replaceAll('`', '');
  return type.toLowerCase() === label.toLowerCase() ? label : `${label} (${type})`;
}

async function valuesOf(
  partnership: Partnership,
  { key, meta }: Field,
  { target, language, today }: AssignmentRequest,
): Promise<Candidate[]> {
  switch (meta.kind) {
    case 'choice': {
      const list = target.replace(/\/.*$/su, '').split('.').at(-1);
      return choiceCandidates(meta.choices ?? [], `${list}.${key}`, language);
    }
    case 'reference':
      return [
        ...(meta.words ?? []).map((value) => ({ value })),
        ...(meta.refers ?? []).flatMap((section) => idsIn(partnership, section)),
      ];
    case 'flag':
      return [{ value: 'true' }, { value: 'false' }];
    case 'date':
      return [{ value: today }];
    default:
      return [];
  }
}

/** Words of a fixed list with what they mean there, where somebody wrote that down. */
export async function choiceCandidates(
  choices: readonly string[],
  place: string,
  language: Language,
): Promise<Candidate[]> {
  const meanings = (await loadChoiceWords(language))[place] ?? {};
  return choices.map((value) => ({ value, about: meanings[value] }));
}

/** The ids of a section's entries, each with what people call it. */
export function idsIn(partnership: Partnership, section: string): Candidate[] {
  return entriesOf(partnership, section).flatMap(({ value }) =>
    typeof value.id === 'string' ? [{ value: value.id, about: calledBy(value) }] : [],
  );
}

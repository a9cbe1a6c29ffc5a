import { type Assignment, readValue } from '../core/entry-input.ts';
import { nameOf } from '../core/entry-name.ts';
import { choiceLabel, labelIn } from '../core/language.ts';
import { PartnerError } from '../core/partner-error.ts';
import { entriesOf, type Partnership } from '../core/partnership.ts';
import { sectionsIn } from '../core/schema/model-sections.ts';
import type { FieldMeta } from '../core/schema/outline.ts';
import type { Field } from '../core/schema/section.ts';
import type { Invocation } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';

/** Asks for the value of each field, by its kind; what is optional can be skipped. */
export async function askFields(
  invocation: Invocation,
  partnership: Partnership,
  fields: readonly Field[],
): Promise<Assignment[]> {
  const dialogue = await openDialogue(invocation, partnership.language);
  const { words } = await loadTerms(dialogue.language);
  const answers: Assignment[] = [];
  for (const field of fields) {
    const answer = await askField(dialogue, partnership, field, words);
    if (answer.trim() !== '')
      answers.push({ path: [field.key], value: readValue(field.key, field.meta.kind, answer.trim()) });
  }
  return answers;
}

async function askField(
  dialogue: Dialogue,
  partnership: Partnership,
  { key, meta, optional }: Field,
  words: Readonly<Record<string, string>>,
): Promise<string> {
  const label = labelIn(meta.label, dialogue.textLanguage);
  const message = optional ? dialogue.words.entry.optional(label) : label;
  const choices = choicesOf(partnership, meta, words, dialogue.textLanguage);
  if (choices.length > 0) {
    const skip = optional ? [{ value: '', name: `– ${dialogue.words.skip}` }] : [];
    return dialogue.choose(message, [...skip, ...choices]);
  }
  if (meta.kind === 'date') return dialogue.date(message, { isRequired: !optional });
  return dialogue.text(message, {
    isRequired: !optional,
    check: (answer) => typed(key, meta.kind, answer, dialogue),
  });
}

function choicesOf(
  partnership: Partnership,
  { choices = [], choiceLabels, refers = [], words: loose = [] }: FieldMeta,
  words: Readonly<Record<string, string>>,
  language: string,
): { value: string; name: string }[] {
  const { find } = sectionsIn(partnership.model);
  const entries = refers.flatMap((section) =>
    entriesOf<{ id: string }>(partnership, section).map(({ value }) => ({
      value: value.id,
      name: nameOf(value, find(section)) ?? value.id,
    })),
  );
  const known = (value: string) =>
    choiceLabels === undefined ? words[value] : choiceLabel(choiceLabels, value, language);
  return [...[...choices, ...loose].map((value) => ({ value, name: known(value) ?? value })), ...entries];
}

/** Holds an answer against its kind at once, so that the question is asked again and not the command refused. */
function typed(
  key: string,
  kind: Field['meta']['kind'],
  answer: string,
  { language }: Dialogue,
): true | string {
  try {
    readValue(key, kind, answer);
    return true;
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const { expected } = error.params;
    return typeof expected === 'object' && 'en' in expected ? expected[language] : error.code;
  }
}

import { criteriaOf } from '../core/assessment.ts';
import type { Assignment } from '../core/entry-input.ts';
import type { Partnership } from '../core/partnership.ts';
import type { Field } from '../core/schema/section.ts';
import type { Invocation } from '../invocation.ts';
import { loadAssessmentWords } from '../render/messages/assessment.ts';
import { askFields } from './ask-fields.ts';
import { openDialogue } from './dialogue.ts';

/**
 * Asks for the fields of a candidate; in the place of its scores, for a score by each criterion that
 * fits its sector, which is among the fields asked before them or in `given`.
 */
export async function askCandidate(
  invocation: Invocation,
  partnership: Partnership,
  fields: readonly Field[],
  given: readonly Assignment[],
): Promise<Assignment[]> {
  const at = fields.findIndex(({ key }) => key === 'scores');
  if (at === -1) return askFields(invocation, partnership, fields);
  const before = await askFields(invocation, partnership, fields.slice(0, at));
  const sector = [...given, ...before].find(({ path }) => path[0] === 'sector')?.value;
  const scores = await askScores(invocation, partnership, sector);
  const after = await askFields(invocation, partnership, fields.slice(at + 1));
  return [...before, ...scores, ...after];
}

async function askScores(
  invocation: Invocation,
  partnership: Partnership,
  sector: unknown,
): Promise<Assignment[]> {
  const dialogue = await openDialogue(invocation, partnership.language);
  const words = await loadAssessmentWords(dialogue.language);
  const choices = [
    { value: '', name: `– ${dialogue.words.skip}` },
    ...['1', '2', '3', '4', '5'].map((score) => ({ value: score, name: score })),
    { value: 'unknown', name: words.unknown },
  ];
  const answers: Assignment[] = [];
  for (const { id, label } of criteriaOf(typeof sector === 'string' ? sector : undefined)) {
    const answer = await dialogue.choose(words.score(label[dialogue.language]), choices);
    if (answer !== '')
      answers.push({ path: ['scores', id], value: answer === 'unknown' ? answer : Number(answer) });
  }
  return answers;
}

import type { CommandOptions } from '../command-specs/command-spec.ts';
import { type Assignment, readAssignments } from '../core/entry-input.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { printable } from '../render/printable.ts';
import type { FileChange, Planner } from '../store/change-partnership.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { askFields } from './ask-fields.ts';
import { change, needsAnswer, type Telling } from './changing.ts';
import { openDialogue } from './dialogue.ts';
import { type FieldTarget, findFields } from './section-target.ts';

interface WasSet {
  readonly target: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `partner set`: fields of one entry, of a section that is one mapping or text, or of a file's head. */
export async function set(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const [word, words] = args as [string, readonly string[]];
  const asked = words.length === 0 ? await askAll(invocation, root, word) : [];
  const plan: Planner<WasSet> = ({ partnership }) => {
    const target = findFields(partnership, word);
    if (target.isText) return textChange(target, words, asked);
    const assignments = [...readAssignments(target.name, target.fields, words), ...asked];
    const fields = Object.fromEntries(assignments.map(({ path, value }) => [path.join('.'), value ?? null]));
    return {
      change: { file: target.file, edits: editsOf(target, assignments) },
      result: { target: target.name, fields },
    };
  };
  return (await change(invocation, root, options.dryRun === true, plan, telling)).exitCode;
}

function textChange(
  target: FieldTarget,
  words: readonly string[],
  asked: readonly Assignment[],
): ReturnType<Planner<WasSet>> {
  const value = asked[0]?.value ?? words.join(' ').replace(new RegExp(`^(${target.name}|text)=`), '');
  const edits = [{ kind: 'set' as const, path: target.path, value, keyOrder: target.siblings }];
  return {
    change: { file: target.file, edits },
    result: { target: target.name, fields: { [target.name]: value } },
  };
}

/** One edit a field; a section that does not stand yet is written as a whole. */
function editsOf(target: FieldTarget, assignments: readonly Assignment[]): FileChange['edits'] {
  const order = target.fields.map(({ key }) => key);
  if (target.value === undefined) {
    const given = new Map(
      assignments.filter(({ value }) => value !== undefined).map(({ path, value }) => [path[0], value]),
    );
    const value = Object.fromEntries(order.flatMap((key) => (given.has(key) ? [[key, given.get(key)]] : [])));
    return [{ kind: 'set', path: target.path, value, keyOrder: target.siblings }];
  }
  const keyOrder = target.path.length === 0 ? target.siblings : order;
  return assignments.map(({ path, value }) =>
    value === undefined
      ? { kind: 'remove', path: [...target.path, ...path] }
      : { kind: 'set', path: [...target.path, ...path], value, ...(path.length === 1 ? { keyOrder } : {}) },
  );
}

async function askAll(invocation: Invocation, root: string, word: string): Promise<Assignment[]> {
  if (!invocation.canAsk) throw needsAnswer('a field to set', 'שדה לשינוי', `partner set ${word} key=value`);
  const { partnership } = await loadPartnership(root, loadOptions(invocation));
  const target = findFields(partnership, word);
  if (target.isText) {
    const dialogue = await openDialogue(invocation, partnership.language);
    return [{ path: [target.name], value: await dialogue.text(target.name, { isRequired: true }) }];
  }
  const answers = await askFields(
    invocation,
    partnership,
    target.fields.filter(({ key }) => key !== 'id').map((field) => ({ ...field, optional: true })),
  );
  if (answers.length === 0) throw new PartnerError('cancelled');
  return answers;
}

const telling: Telling<WasSet> = {
  json: ({ result }) => result,
  commit: ({ result }, words) => ({ subject: words.set(result.target) }),
  lines: (page, { result }, terms) =>
    page.paragraph([{ text: printable(terms.changes.set(result.target)), style: 'good' }]),
};

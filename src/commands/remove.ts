import type { CommandOptions } from '../command-specs/command-spec.ts';
import { referrersTo } from '../core/checks/references.ts';
import { PartnerError } from '../core/partner-error.ts';
import { formatPath } from '../core/problem.ts';
import type { Invocation } from '../invocation.ts';
import { printable } from '../render/printable.ts';
import type { Planner } from '../store/change-partnership.ts';
import { requireRoot } from '../store/discover.ts';
import { change, type Telling } from './changing.ts';
import { entryIndex, findFields, findList } from './section-target.ts';

interface Removed {
  readonly section: string;
  readonly id: string | null;
  readonly entry: unknown;
}

/** `partner remove`: one entry, as long as nothing refers to it; a section without `/ID` as a whole. */
export async function remove(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const [word] = args as [string];
  const slash = word.indexOf('/');
  const plan: Planner<Removed> = ({ partnership }) => {
    if (slash < 0) return wholeSection(findFields(partnership, word));
    const list = findList(partnership, word.slice(0, slash));
    const id = word.slice(slash + 1);
    const index = entryIndex(list, id);
    const section = list.section.name;
    const referrers = referrersTo(partnership, section, id);
    if (referrers.length > 0) {
      const by = referrers.map(({ entry, key }) => `${entry.file}: ${formatPath([...entry.path, key])}`);
      throw new PartnerError('still-referenced', { section, id, by });
    }
    return {
      change: { file: list.file, edits: [{ kind: 'remove', path: [...list.path, index] }] },
      result: { section, id, entry: list.entries[index] },
    };
  };
  return (await change(invocation, root, options.dryRun === true, plan, telling)).exitCode;
}

function wholeSection(target: ReturnType<typeof findFields>): ReturnType<Planner<Removed>> {
  if (target.path.length === 0 || target.value === undefined) {
    throw new PartnerError('unknown-entry', { section: target.name, id: target.name });
  }
  return {
    change: { file: target.file, edits: [{ kind: 'remove', path: target.path }] },
    result: { section: target.name, id: null, entry: target.value },
  };
}

const targetOf = ({ section, id }: Removed) => (id === null ? section : `${section}/${id}`);

const telling: Telling<Removed> = {
  json: ({ result }) => result,
  commit: ({ result }, words) => ({ subject: words.removed(targetOf(result)) }),
  lines: (page, { result }, terms) => page.paragraph(printable(terms.changes.removed(targetOf(result)))),
};

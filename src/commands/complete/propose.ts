import type { OptionSpec } from '../../command-specs/command-spec.ts';
import type { Candidate, Proposal } from '../../core/completion/candidate.ts';
import type { Asked } from './asked.ts';
import { choiceCandidates } from './assignments.ts';
import { type CommandLine, childrenOf, namesOf, optionsOf } from './command-line.ts';
import { proposeValues } from './value-sources.ts';

/** What may stand where the cursor is. */
export async function propose(asked: Asked): Promise<Proposal> {
  const { line, language } = asked;
  const { wanted, path } = line;
  switch (wanted.what) {
    case 'command': {
      const commands = childrenOf(path).map(({ name, about }) => ({ value: name, about: about[language()] }));
      return { prefix: '', candidates: commands };
    }
    case 'option':
      return { prefix: '', candidates: optionCandidates(line, asked) };
    case 'argument':
      return proposeValues(wanted.kind, asked);
    case 'value':
      return proposeOptionValue(wanted.option, wanted.prefix, asked);
    case 'nothing':
      return { prefix: '', candidates: [] };
  }
}

// By its long name; its short one only stands for itself.
function optionCandidates({ path, given }: CommandLine, { typed, language }: Asked): Candidate[] {
  const open = optionsOf(path).filter((option) => option.repeatable === true || !given.has(option));
  return open.flatMap((option) => {
    const names = namesOf(option).filter((name) => name.startsWith('--') || typed === '-' || typed === name);
    return names.map((value) => ({ value, about: option.about[language()] }));
  });
}

async function proposeOptionValue(option: OptionSpec, prefix: string, asked: Asked): Promise<Proposal> {
  if (option.choices !== undefined) {
    const candidates = await choiceCandidates(option.choices, option.meanings ?? '', asked.language());
    return { prefix, candidates };
  }
  if (option.isDate === true) return { prefix, candidates: [{ value: asked.today }] };
  if (option.completes === undefined) return { prefix, candidates: [] };
  const proposal = await proposeValues(option.completes, asked);
  return { ...proposal, prefix: prefix + proposal.prefix };
}

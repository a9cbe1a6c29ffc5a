import type { ValueKind } from '../../command-specs/command-spec.ts';
import { type Candidate, goesOn, type Proposal, without } from '../../core/completion/candidate.ts';
import { itemCandidates, stageCandidates, waiverCandidates } from '../../core/completion/items.ts';
import { personCandidates, reviewerCandidates } from '../../core/completion/people.ts';
import { completionShells } from '../../core/completion/shells.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { topicNames, topicTitles } from '../../render/help/topic-names.ts';
import { type Asked, type Sketch, valuesOf } from './asked.ts';
import { assignmentProposal, idsIn, keyOf } from './assignments.ts';
import { childrenOf } from './command-line.ts';
import { entryCandidates, sectionCandidates, settableCandidates } from './entries.ts';
import {
  documentCandidates,
  modelCandidates,
  newPartnerProposal,
  reviewCandidates,
  schemaCandidates,
  tableCandidates,
} from './kinds.ts';
import { pathProposal } from './path-names.ts';
import { portfolioCandidates } from './portfolio-words.ts';
import { revisionCandidates } from './revisions.ts';

type Source = (asked: Asked) => Proposal | Promise<Proposal>;

/** Where the words of each kind come from. To add a kind: name it in the command specs, and its source here. */
const sources: Readonly<Record<ValueKind, Source>> = {
  assignment: (asked) => assignments(asked, false),
  'entry-assignment': (asked) => assignments(asked, true),
  command: ({ line, language }) => {
    const siblings = childrenOf(line.path.slice(0, -1));
    const commands = siblings.map(({ name, about }) => ({ value: name, about: about[language()] }));
    // `partner help` explains more than commands.
    const topics = line.path.length > 1 ? [] : topicNames;
    const explained = topics.map((name) => ({ value: name, about: topicTitles[name][language()] }));
    return words([...commands, ...explained]);
  },
  document: () => words(documentCandidates()),
  'done-item': (asked) => items(asked, true),
  'open-item': (asked) => items(asked, false),
  entry: (asked) =>
    inPartnership(asked, ({ partnership }, language) => entryCandidates(partnership, asked.typed, language)),
  file: (asked) => pathProposal(asked, 'files'),
  folder: (asked) => pathProposal(asked, 'folders'),
  metric: (asked) => inPartnership(asked, ({ partnership }) => idsIn(partnership, 'metrics')),
  model: async (asked) => ({ ...words(await modelCandidates(asked)), paths: 'folders' }),
  'new-partner': ({ typed, language }) => newPartnerProposal(typed, language()),
  person: (asked) => inPartnership(asked, ({ partnership }) => personCandidates(partnership)),
  'portfolio-partner': (asked) => portfolioCandidates(asked, 'partners'),
  'portfolio-stage': (asked) => portfolioCandidates(asked, 'stages'),
  'portfolio-tag': (asked) => portfolioCandidates(asked, 'tags'),
  review: (asked) =>
    inPartnership(asked, ({ partnership }, language) => reviewCandidates(partnership, language)),
  reviewer: (asked) =>
    inPartnership(asked, ({ partnership }) =>
      without(reviewerCandidates(partnership, asked.typed), valuesOf(asked.line, '--reviewer')),
    ),
  revision: async (asked) => words(await revisionCandidates(asked)),
  schema: async (asked) => words(await schemaCandidates(asked)),
  section: (asked) =>
    inPartnership(asked, ({ partnership }, language) => sectionCandidates(partnership, language)),
  settable: (asked) =>
    inPartnership(asked, ({ partnership }, language) =>
      settableCandidates(partnership, asked.typed, language),
    ),
  shell: () => words(completionShells.map((value) => ({ value }))),
  stage: (asked) =>
    inPartnership(asked, ({ partnership }, language) => stageCandidates(partnership, language)),
  table: (asked) =>
    inPartnership(asked, ({ partnership }, language) => tableCandidates(partnership, language)),
  waiver: (asked) =>
    inPartnership(asked, ({ partnership, journey }, language) =>
      without(waiverCandidates(partnership, journey, language), valuesOf(asked.line, '--waive'), keyOf),
    ),
};

/** The words of one kind that fit where the cursor is. */
export async function proposeValues(kind: ValueKind, asked: Asked): Promise<Proposal> {
  return sources[kind](asked);
}

function words(candidates: readonly Candidate[]): Proposal {
  return { prefix: '', candidates };
}

async function inPartnership(
  asked: Asked,
  find: (sketch: Sketch, language: Language) => readonly Candidate[],
): Promise<Proposal> {
  const sketch = await asked.sketch();
  return words(sketch === undefined ? [] : find(sketch, asked.language(sketch.partnership)));
}

/** Items of one stage, since a command ticks those of one stage at a time: the first one says of which. */
function items(asked: Asked, done: boolean): Promise<Proposal> {
  return inPartnership(asked, ({ partnership, journey }, language) => {
    const { typed } = asked;
    const { args } = asked.line;
    const first = args[0] ?? typed;
    const isSameStage = typed.includes('/') || !first.includes('/');
    const wanted = isSameStage ? typed : first.slice(0, first.indexOf('/') + 1);
    const found = itemCandidates(partnership, journey, wanted, { done, language });
    return without(args.length === 0 ? found : found.filter(({ value }) => !goesOn(value)), args);
  });
}

async function assignments(
  { line, typed, today, sketch, language }: Asked,
  isNew: boolean,
): Promise<Proposal> {
  const [target = '', ...given] = line.args;
  const partnership = (await sketch())?.partnership;
  if (partnership === undefined) return words([]);
  const request = { target, isNew, given, typed, today, language: language(partnership) };
  return assignmentProposal(partnership, request);
}

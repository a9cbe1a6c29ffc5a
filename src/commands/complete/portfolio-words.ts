import { resolve } from 'node:path';
import type { Candidate, Proposal } from '../../core/completion/candidate.ts';
import { inLanguage } from '../../core/model.ts';
import { homesBelow } from '../../store/homes-below.ts';
import type { Asked } from './asked.ts';
import { builtInModels } from './kinds.ts';

/** Words that tell partnerships of a portfolio apart, out of the heads of those below the folder that is listed. */
export async function portfolioCandidates(
  asked: Asked,
  what: 'partners' | 'stages' | 'tags',
): Promise<Proposal> {
  const candidates = what === 'stages' ? stages(asked) : await words(asked, what);
  return { prefix: '', candidates };
}

// Of the models that come with the program: a person's own would take reading every partnership.
function stages({ context, language }: Asked): Candidate[] {
  const known = builtInModels(context.resources).flatMap(({ stages: all }) => all);
  const byId = new Map(known.map(({ id, title }) => [id, inLanguage(title, language())]));
  return [...byId].map(([value, about]) => ({ value, about }));
}

async function words({ folder, line }: Asked, what: 'partners' | 'tags'): Promise<Candidate[]> {
  const homes = await homesBelow(resolve(folder, line.args[0] ?? '.'));
  const found =
    what === 'tags'
      ? homes.flatMap(({ tags = [] }) => tags.map((value): Candidate => ({ value })))
      : homes.flatMap(({ partners = [] }) =>
          partners.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, about: name }])),
        );
  const byValue = new Map(found.map((candidate) => [candidate.value, candidate]));
  return [...byValue.values()];
}

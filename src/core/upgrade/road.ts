import type { Journey } from '../journey.ts';
import { laterOf } from '../model-versions.ts';
import type { Partnership } from '../partnership.ts';
import type { Model } from '../schema/model.ts';

/**
 * The stages that go on as they are: those that were passed, since what reviewers saw stays as they saw it, and
 * those that the minutes book names by an id which the new version changes.
 */
export function keptStages({ model, reviews }: Partnership, journey: Journey, target: Model): Set<string> {
  const named = new Set(reviews.map(({ value }) => value.stage));
  return new Set(
    model.stages
      .filter(
        ({ id }, index) =>
          journey.stages[index]?.passed === true || (named.has(id) && laterOf(target.stages, id)?.id !== id),
      )
      .map(({ id }) => id),
  );
}

/**
 * The first stage of the road that a partnership has walked already which the new version has in another place,
 * or not at all: the minutes book could no longer be read then. Undefined where the new version goes on from here.
 */
export function stageOffTheRoad({ model, reviews }: Partnership, target: Model): string | undefined {
  const named = new Set(
    reviews.flatMap(({ value: { stage, to } }) => [stage, ...(to === undefined ? [] : [to])]),
  );
  const walked = model.stages.slice(0, model.stages.findLastIndex(({ id }) => named.has(id)) + 1);
  return walked.find(({ id }, index) => {
    const later = laterOf(target.stages, id);
    return later === undefined || target.stages.indexOf(later) !== index;
  })?.id;
}

import type { Model, ModelStage } from './schema/model.ts';

/** A stage that goes on as an earlier version of the model had it, and that version. */
export interface EarlierStage {
  readonly stage: ModelStage;
  readonly of: Model;
}

/** The one of a model's stages or items that an earlier version knew by that id; undefined where it is gone. */
export function laterOf<
  T extends { readonly id: string; readonly renamed_from?: readonly string[] | undefined },
>(list: readonly T[], id: string): T | undefined {
  return list.find((one) => one.id === id) ?? list.find((one) => one.renamed_from?.includes(id));
}

/**
 * The model that a partnership goes by while some of its stages still follow earlier versions: those stand
 * in their places as they were. A section that one of them holds stands in no other stage; one that moves into
 * such a stage later on stays where the earlier version had it. Sections that an earlier version declares itself are
 * its own in the stages that follow it. A stage whose place is gone is left out.
 */
export function withEarlierStages(model: Model, earlier: readonly EarlierStage[]): Model {
  const placed = earlier.flatMap(({ stage, of }) => {
    const place = laterOf(model.stages, stage.id);
    return place === undefined ? [] : [{ place, stage, of }];
  });
  if (placed.length === 0) return model;
  const held = new Set(placed.flatMap(({ stage }) => stage.sections));
  const stages = model.stages.map((stage) => {
    const kept = placed.find(({ place }) => place === stage);
    if (kept !== undefined) return kept.stage;
    return { ...stage, sections: stage.sections.filter((section) => !held.has(section)) };
  });
  const homes = new Map<string, string[]>();
  for (const { place, stage, of } of placed) {
    for (const section of place.sections.filter((name) => !stage.sections.includes(name))) {
      const home = of.stages.find(({ sections }) => sections.includes(section));
      const later = home === undefined ? undefined : laterOf(model.stages, home.id);
      if (later !== undefined) homes.set(later.id, [...(homes.get(later.id) ?? []), section]);
    }
  }
  return {
    ...model,
    ...withOwnSections(model, placed),
    stages: stages.map((stage) => {
      const back = (homes.get(stage.id) ?? []).filter((section) => !held.has(section));
      return back.length === 0 ? stage : { ...stage, sections: [...stage.sections, ...back] };
    }),
  };
}

/** What a model declares, with the declarations of earlier stages in the places of its own, or behind them. */
function withOwnSections(
  { own_sections: declared = [] }: Model,
  earlier: readonly EarlierStage[],
): Pick<Model, 'own_sections'> {
  const kept = new Map(
    earlier
      .flatMap(({ stage, of }) => (of.own_sections ?? []).filter(({ id }) => stage.sections.includes(id)))
      .map((section) => [section.id, section] as const),
  );
  const known = new Set(declared.map(({ id }) => id));
  const all = [
    ...declared.map((section) => kept.get(section.id) ?? section),
    ...[...kept.values()].filter(({ id }) => !known.has(id)),
  ];
  return all.length === 0 ? {} : { own_sections: all };
}

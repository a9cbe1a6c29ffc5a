import { laterOf } from '../model-versions.ts';
import type { Model, ModelStage } from '../schema/model.ts';

/** A stage of the new version beside the one that it was; `was` is undefined for a stage that is new. */
export interface StagePair {
  readonly was: { readonly stage: ModelStage; readonly index: number } | undefined;
  readonly is: { readonly stage: ModelStage; readonly index: number };
  /** It goes on as it was, for its gate was passed. */
  readonly isKept: boolean;
}

/** An item that has another id in the new version, or stands in another stage. */
export interface ItemMove {
  readonly from: { readonly stage: string; readonly item: string };
  readonly to: { readonly stage: string; readonly item: string };
  /** The stage that it leaves stays as it is: the new one gets a copy. */
  readonly isCopied: boolean;
}

/** A section that stands in another stage in the new version, or in none (`to` is undefined). */
export interface SectionMove {
  readonly section: string;
  readonly from: string;
  readonly to: string | undefined;
}

/** What became of the stages, items and sections of a model in a later version. */
export interface Correspondence {
  readonly pairs: readonly StagePair[];
  /** Stages that the new version has not got. */
  readonly dropped: readonly { readonly stage: ModelStage; readonly index: number }[];
  readonly items: readonly ItemMove[];
  readonly sections: readonly SectionMove[];
}

/**
 * Holds two versions of a model beside each other: `old` as the partnership goes by it, `target` as it was
 * written, and `next` as the partnership will go by it, with the stages in `kept` (by their ids) as they are.
 */
export function correspond(
  old: Model,
  target: Model,
  next: Model,
  kept: ReadonlySet<string>,
): Correspondence {
  const place = (model: Model, stage: ModelStage) => ({ stage, index: model.stages.indexOf(stage) });
  const laterStage = (id: string) =>
    kept.has(id) ? next.stages.find((stage) => stage.id === id) : laterOf(next.stages, id);
  const pairs = next.stages.map((is): StagePair => {
    const was = old.stages.find((stage) => laterStage(stage.id) === is);
    return {
      was: was === undefined ? undefined : place(old, was),
      is: place(next, is),
      isKept: kept.has(is.id),
    };
  });
  const paired = new Set(pairs.map(({ was }) => was?.stage));
  return {
    pairs,
    dropped: old.stages.filter((stage) => !paired.has(stage)).map((stage) => place(old, stage)),
    items: pairs.filter(({ isKept }) => !isKept).flatMap((pair) => itemMoves(pair, old, target, kept)),
    sections: old.stages.flatMap((stage) =>
      stage.sections.flatMap((section): SectionMove[] => {
        const holder = next.stages.find(({ sections }) => sections.includes(section));
        const isMoved = holder === undefined || holder !== laterStage(stage.id);
        return isMoved ? [{ section, from: stage.id, to: holder?.id }] : [];
      }),
    ),
  };
}

function itemMoves({ was, is }: StagePair, old: Model, target: Model, kept: ReadonlySet<string>): ItemMove[] {
  const own = was?.stage.checklist ?? [];
  return is.stage.checklist.flatMap((item): ItemMove[] => {
    if (own.some(({ id }) => id === item.id)) return [];
    const to = { stage: is.stage.id, item: item.id };
    const renamed = own.find(({ id }) => laterOf(is.stage.checklist, id) === item);
    if (renamed !== undefined && was !== undefined)
      return [{ from: { stage: was.stage.id, item: renamed.id }, to, isCopied: false }];
    const known = [item.id, ...(item.renamed_from ?? [])];
    const origins = old.stages
      .filter((stage) => stage !== was?.stage)
      .flatMap((stage) =>
        stage.checklist
          .filter(({ id }) => known.includes(id) && !staysIn(target, stage, id))
          .map(({ id }) => ({ from: { stage: stage.id, item: id }, to, isCopied: kept.has(stage.id) })),
      );
    // Where several would do, nobody can say which one it was.
    return origins.length === 1 ? origins : [];
  });
}

/** Whether the new version asks for the item in the stage that had it. */
function staysIn(target: Model, stage: ModelStage, item: string): boolean {
  const later = laterOf(target.stages, stage.id);
  return later !== undefined && laterOf(later.checklist, item) !== undefined;
}

import { isMapping, listAt } from './change.ts';

/** A stage's file that came or went, and what it says or said. */
interface StageFile {
  readonly file: string;
  readonly data: unknown;
}

/**
 * Finds the files that came again among those that went: another version of a model may number a stage anew, or
 * rename it. They are of one stage where they name it, or have items of one id. Gives the old name by the new one.
 */
export function movedStages(
  gone: readonly StageFile[],
  come: readonly StageFile[],
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const left = new Set(gone);
  const take = (isSame: (a: unknown, b: unknown) => boolean): void => {
    for (const { file, data } of come) {
      const old = moved.has(file) ? undefined : [...left].find((one) => isSame(one.data, data));
      if (old === undefined) continue;
      moved.set(file, old.file);
      left.delete(old);
    }
  };
  take((a, b) => isMapping(a) && isMapping(b) && typeof a.stage === 'string' && a.stage === b.stage);
  take((a, b) => itemIds(a).some((id) => itemIds(b).includes(id)));
  return moved;
}

function itemIds(data: unknown): string[] {
  return listAt(data, ['checklist']).flatMap((item) =>
    isMapping(item) && typeof item.id === 'string' ? [item.id] : [],
  );
}

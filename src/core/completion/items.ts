import { gateOf } from '../gate.ts';
import type { Journey } from '../journey.ts';
import { inLanguage } from '../model.ts';
import { type ChecklistLine, checklistOf, type Partnership, type StageRecord } from '../partnership.ts';
import { type Candidate, fittingFirst } from './candidate.ts';

/** The stages of a partnership's model, in their order. */
export function stageCandidates({ model }: Partnership, language: string): Candidate[] {
  return model.stages.map(({ id, title }) => ({ value: id, about: inLanguage(title, language) }));
}

/**
 * Items of checklists: of the current stage by their ids, of another one as `stage/item`, which is first
 * opened by `stage/`. Those that are done, or not done, come alone as long as one of them fits.
 */
export function itemCandidates(
  partnership: Partnership,
  journey: Journey,
  typed: string,
  { done, language }: { readonly done: boolean; readonly language: string },
): readonly Candidate[] {
  const slash = typed.indexOf('/');
  const all = (wanted: (line: ChecklistLine) => boolean): Candidate[] => {
    if (slash >= 0) {
      const record = partnership.stages.find(({ stage }) => stage.id === typed.slice(0, slash));
      return record === undefined ? [] : itemsOf(record, language, wanted, `${record.stage.id}/`);
    }
    const current = currentStage(partnership, journey);
    const here = current === undefined ? [] : itemsOf(current, language, wanted);
    const others = partnership.stages.filter(
      (record) => record !== current && itemsOf(record, language, wanted).length > 0,
    );
    const openers = others.map(({ stage }) => ({
      value: `${stage.id}/`,
      about: inLanguage(stage.title, language),
    }));
    return [...here, ...openers];
  };
  return fittingFirst(
    all((line) => line.done === done),
    all(() => true),
    typed,
  );
}

/** `item=` for each required item that the gate of the current stage still wants. */
export function waiverCandidates(partnership: Partnership, journey: Journey, language: string): Candidate[] {
  const current = currentStage(partnership, journey);
  if (current === undefined) return [];
  const missing = new Set(gateOf(partnership, current, []).missing.map(({ item }) => item));
  return itemsOf(current, language, ({ id }) => missing.has(id)).map(({ value, about }) => ({
    value: `${value}=`,
    about,
  }));
}

function currentStage(partnership: Partnership, { current }: Journey): StageRecord | undefined {
  return current === null ? undefined : partnership.stages[current.index];
}

function itemsOf(
  record: StageRecord,
  language: string,
  wanted: (line: ChecklistLine) => boolean,
  before = '',
): Candidate[] {
  return checklistOf(record, language)
    .filter(wanted)
    .map(({ id, text }) => ({ value: `${before}${id}`, about: text }));
}

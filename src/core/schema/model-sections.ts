import type { Model, ModelStage } from './model.ts';
import { ownSectionsOf } from './own-section-outlines.ts';
import { builtInSections, type Sections, sectionsWith } from './registry.ts';
import type { Section } from './section.ts';

// A model that was read is never changed.
const known = new WeakMap<Model, Sections>();

/** The sections that partnerships of a model can have: the built-in ones and those that it declares. */
export function sectionsIn(model: Model): Sections {
  if (model.own_sections === undefined) return builtInSections;
  const before = known.get(model);
  if (before !== undefined) return before;
  const sections = sectionsWith(ownSectionsOf(model));
  known.set(model, sections);
  return sections;
}

const ofStages = new WeakMap<Model, Map<ModelStage, readonly Section[]>>();

/** The sections that a stage of a model holds; names that no section has are the model's problem. */
export function sectionsOfStage(model: Model, stage: ModelStage): readonly Section[] {
  const byStage = ofStages.get(model) ?? new Map<ModelStage, readonly Section[]>();
  ofStages.set(model, byStage);
  const before = byStage.get(stage);
  if (before !== undefined) return before;
  const { find } = sectionsIn(model);
  const sections = stage.sections.flatMap((name) => find(name) ?? []);
  byStage.set(stage, sections);
  return sections;
}

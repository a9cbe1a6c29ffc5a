import { stageFile } from '../../src/core/model.ts';
import { assemblePartnership, type Partnership } from '../../src/core/partnership.ts';
import type { Model } from '../../src/core/schema/model.ts';
import { ownModel } from './schema/own-model.ts';

/** A partnership of the model with sections of its own, out of the sections of its files. */
export function ownPartnership(
  sections: Readonly<Record<string, unknown>>,
  { model = ownModel, language = 'ar' }: { readonly model?: Model; readonly language?: string } = {},
): Promise<Partnership> {
  const partner = { id: 'clalit', name: 'כללית', sector: 'company', joined: '2026-01-01' };
  const home = {
    ...{ format: 1, id: 'case', name: 'Case', language, model: model.model, started: '2026-01-01' },
    ...{ currency: 'ILS', partners: [partner] },
  };
  const stages = model.stages.map((stage, index) => ({
    file: stageFile(model, index),
    data: {
      ...{ stage: stage.id, title: stage.title.ar ?? '' },
      checklist: stage.checklist.map(({ id, required, text }) => ({
        id,
        text: text.ar,
        required,
        done: false,
      })),
      ...Object.fromEntries(Object.entries(sections).filter(([name]) => stage.sections.includes(name))),
    },
  }));
  return assemblePartnership(
    model,
    { file: 'partnership.yaml', data: home },
    { file: 'reviews.yaml', data: { reviews: [] } },
    stages,
  );
}

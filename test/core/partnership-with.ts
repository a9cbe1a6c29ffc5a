import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { stageFile } from '../../src/core/model.ts';
import { assemblePartnership, type Partnership } from '../../src/core/partnership.ts';
import type { Model } from '../../src/core/schema/model.ts';

const model = parse(
  readFileSync(new URL('../../templates/models/iblf-10/model.yaml', import.meta.url), 'utf8'),
) as Model;

/** What a case needs to say of a partnership: its partners and its sections, each as its file holds it. */
export interface PartnershipParts {
  readonly started?: string;
  readonly partners?: readonly object[];
  readonly reviews?: readonly object[];
  readonly sections?: Readonly<Record<string, unknown>>;
}

/** A partnership of the ten stages, out of its sections, with nothing ticked. */
export function partnershipWith({
  started = '2026-01-01',
  partners = [],
  reviews = [],
  sections = {},
}: PartnershipParts): Promise<Partnership> {
  const home = { format: 1, id: 'case', name: 'Case', language: 'en', model: 'iblf-10', started, partners };
  const stages = model.stages.map((stage, index) => ({
    file: stageFile(model, index),
    data: {
      stage: stage.id,
      ...Object.fromEntries(Object.entries(sections).filter(([name]) => stage.sections.includes(name))),
    },
  }));
  return assemblePartnership(
    model,
    { file: 'partnership.yaml', data: home },
    { file: 'reviews.yaml', data: { reviews } },
    stages,
  );
}

import * as z from 'zod/mini';
import { entries, flag, id, obeying, whole } from './fields.ts';
import { languageTag, localized } from './localized.ts';
import { ownSection, starterMetric } from './own-sections.ts';
import { folderFormat } from './rules.ts';

// Ids under which earlier versions of the model knew the same item or stage.
const formerIds = z.optional(z.array(z.string().check(obeying({ rule: 'id' }))));

const modelItem = z.strictObject({
  id: id('Item', 'פריט'),
  renamed_from: formerIds,
  required: flag('Required at the gate', 'חובה בשער'),
  evidence_required: z.optional(flag('The gate wants evidence', 'השער דורש ראיה')),
  text: localized,
  evidence: z.optional(localized),
});

const modelStage = z.strictObject({
  id: id('Stage', 'שלב'),
  renamed_from: formerIds,
  title: localized,
  purpose: localized,
  guidance: z.optional(localized),
  sections: z.array(z.string()),
  checklist: entries(modelItem, 'Checklist', 'רשימת תיוג'),
});

/** `model.yaml`: the stages of a way of partnering, in order, in each of its languages. */
export const modelSchema = z.strictObject({
  format: z.number().check(obeying<number>({ rule: 'known-format', known: folderFormat })),
  model: id('Model', 'מודל'),
  version: whole(1, 'Version', 'גרסה'),
  languages: z.array(languageTag),
  title: localized,
  source: z.optional(localized),
  own_sections: z.optional(entries(ownSection, 'Sections of its own', 'פרקים משלו')),
  metrics: z.optional(entries(starterMetric, 'Metrics to begin with', 'מדדים להתחלה')),
  stages: z.array(modelStage),
});

export type Model = z.infer<typeof modelSchema>;
export type ModelStage = z.infer<typeof modelStage>;

import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, described, entries, id, obeying, text, texts, whole } from '../fields.ts';
import { folderFormat } from '../rules.ts';
import { languages, sectors } from '../sections/words.ts';

const partner = z.strictObject({
  id: id(),
  name: text('Name', 'שם'),
  sector: choice(sectors, 'Sector', 'מגזר'),
  relationship: z.optional(
    choice(
      ['philanthropic', 'transactional', 'integrative', 'transformational'],
      'Kind of relationship',
      'אופי הקשר',
    ),
  ),
  joined: z.optional(date('Joined on', 'הצטרף ביום')),
  left: z.optional(date('Left on', 'עזב ביום')),
  left_reason: z.optional(choice(['completed', 'withdrew', 'asked', 'merged'], 'Why it left', 'סיבת העזיבה')),
});

/** The partners: a section like any other, that stands in partnership.yaml. */
export const partners = listSection('partners', { en: 'Partners', he: 'שותפים' }, () => partner);

const isFormat = obeying<number>({ rule: 'known-format', known: folderFormat });
const isCurrency = obeying<string>({ rule: 'currency' });
const currencyField = text('Currency (ISO 4217)', 'מטבע (ISO 4217)');

const stageVersions = described(z.record(z.string(), whole(1, 'Version', 'גרסה')), {
  kind: 'mapping',
  label: {
    en: 'Stages that stay by an earlier version',
    he: 'שלבים שנשארו בגרסה קודמת',
  },
});

/** `partnership.yaml` of a model whose texts stand in those languages: identity, model and partners. */
export function partnershipSchemaIn(languages: readonly string[]) {
  return z.strictObject({
    format: described(z.number().check(isFormat), { kind: 'whole', label: { en: 'Format', he: 'תבנית' } }),
    id: id(),
    name: text('Name', 'שם'),
    language: choice(languages, 'Language', 'שפה'),
    model: id('Model', 'מודל'),
    model_version: z.optional(whole(1, 'Version of the model', 'גרסת המודל')),
    stage_versions: z.optional(stageVersions),
    started: date('Started on', 'התחילה ביום'),
    currency: currencyField.check(isCurrency),
    tags: z.optional(texts('Tags', 'תגיות')),
    partners: entries(partner, 'Partners', 'שותפים'),
  });
}

/** `partnership.yaml` of a built-in model. */
export const partnershipSchema = partnershipSchemaIn(languages);

export type PartnershipData = z.infer<typeof partnershipSchema>;
export type PartnerData = z.infer<typeof partner>;

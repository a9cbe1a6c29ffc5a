import * as z from 'zod/mini';
import { choice, date, described, entries, id, problemParams, text, texts } from './fields.ts';
import { fieldsOf, listSection } from './section.ts';
import { sectors } from './sections/words.ts';

/** The version of the folder's format that this program reads and writes. */
export const folderFormat = 1;

/** The languages of the program; a partnership's texts are in one of them. */
const languages = ['en', 'he'] as const;
export type Language = (typeof languages)[number];

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

const isFormat = z.refine<number>(
  (value) => value === folderFormat,
  problemParams('unsupported-format', { known: folderFormat }),
);
const isCurrency = z.refine<string>((value) => /^[A-Z]{3}$/.test(value), problemParams('invalid-currency'));
const currencyField = text('Currency (ISO 4217)', 'מטבע (ISO 4217)');

/** `partnership.yaml`: identity, model and partners. */
export const partnershipSchema = z.strictObject({
  format: described(z.number().check(isFormat), { kind: 'whole', label: { en: 'Format', he: 'תבנית' } }),
  id: id(),
  name: text('Name', 'שם'),
  language: choice(languages, 'Language', 'שפה'),
  model: id('Model', 'מודל'),
  started: date('Started on', 'התחילה ביום'),
  currency: currencyField.check(isCurrency),
  tags: z.optional(texts('Tags', 'תגיות')),
  partners: entries(partner, 'Partners', 'שותפים'),
});

/** The fields of `partnership.yaml`, in the order of the file. */
export const partnershipFields = fieldsOf(partnershipSchema);

export type PartnershipData = z.infer<typeof partnershipSchema>;
export type PartnerData = z.infer<typeof partner>;

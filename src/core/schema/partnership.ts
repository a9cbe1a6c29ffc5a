import { outlines } from './outlines.ts';
import { fieldsOf } from './section.ts';
import type { languages } from './sections/words.ts';

export type { PartnerData, PartnershipData } from './files/partnership.ts';

/** One of the program's languages. */
export type Language = (typeof languages)[number];

/** The partners: a section like any other, that stands in partnership.yaml. */
export const { partners } = outlines;

/** The fields of `partnership.yaml`, in the order of the file. */
export const partnershipFields = fieldsOf(outlines.partnership);

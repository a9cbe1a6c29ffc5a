import type { TemplateProblemCode } from '../../../core/documents/template-problem.ts';
import { type Worded, type Words, worded } from '../wording.ts';

const meant = ({ nearest }: Words) => nearest !== undefined && `האם הכוונה ל־"${nearest}"?`;

/** What is wrong with a template of a document. */
export const templateProblems: Readonly<Record<TemplateProblemCode, (words: Words) => Worded>> = {
  'template-syntax': (w) =>
    worded(`"${w.text}" אינו שדה`, 'שדה נכתב {{name}} בתוך שורה; לטבלאות ולתנאים שורות משלהם'),
  'template-not-closed': (w) => worded(`ל־{{#${w.name}}} אין {{/${w.name}}}`, 'כל תנאי נסגר בשמו'),
  'template-not-open': (w) => worded(`{{/${w.name}}} אינו סוגר דבר`, 'תנאים נסגרים בסדר הפוך'),
  'template-unknown-name': (w) => worded(`אין דבר בשם "${w.name}"`, meant(w)),
  'template-unknown-column': (w) => worded(`בטבלה ${w.table} אין עמודה "${w.name}"`, meant(w)),
};

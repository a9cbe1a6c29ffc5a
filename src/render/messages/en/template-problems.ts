import type { TemplateProblemCode } from '../../../core/documents/template-problem.ts';
import { type Worded, type Words, worded } from '../wording.ts';

const meant = ({ nearest }: Words) => nearest !== undefined && `did you mean "${nearest}"?`;

/** What is wrong with a template of a document. */
export const templateProblems: Readonly<Record<TemplateProblemCode, (words: Words) => Worded>> = {
  'template-syntax': (w) =>
    worded(
      `"${w.text}" is no field`,
      'a field is written {{name}} in a line; tables and conditions have lines of their own',
    ),
  'template-not-closed': (w) =>
    worded(`{{#${w.name}}} has no {{/${w.name}}}`, 'each condition ends with its own'),
  'template-not-open': (w) => worded(`{{/${w.name}}} closes nothing`, 'conditions end in reverse order'),
  'template-unknown-name': (w) => worded(`nothing is called "${w.name}"`, meant(w)),
  'template-unknown-column': (w) => worded(`the table ${w.table} has no column "${w.name}"`, meant(w)),
};

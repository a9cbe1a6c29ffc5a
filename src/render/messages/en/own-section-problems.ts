import { type Words, worded } from '../wording.ts';

const meant = ({ nearest }: Words) => nearest !== undefined && `did you mean "${nearest}"?`;
const things: Readonly<Record<string, string>> = {
  section: 'a section',
  field: 'a field',
  choice: 'a choice',
};

/** What is wrong with the sections that a model declares, and with figures that they measure. */
export const ownSectionProblems = {
  'invalid-name': (w: Words) =>
    worded(
      `"${w.value}" is not a name`,
      'write lower-case letters a–z, digits and underscores, beginning with a letter, at most 40',
    ),
  'invalid-link': (w: Words) =>
    worded(`"${w.value}" is not a link`, 'write a whole address: https://…, http://… or mailto:…'),
  'reserved-name': (w: Words) =>
    worded(
      `${things[w.what ?? ''] ?? w.what} cannot be called "${w.word}": the word means something else already`,
      'choose another name',
    ),
  'unplaced-section': (w: Words) =>
    worded(
      `no stage holds the section "${w.section}"`,
      'name it under `sections` of the stage whose file is to hold it',
    ),
  'field-attribute': (w: Words) => worded(`"${w.key}" does not go with ${w.type}`, `it goes with ${w.types}`),
  'unknown-field': (w: Words) =>
    worded(`the section has no field "${w.field}"`, meant(w) || `its fields: ${w.known}`),
  'unfit-field': (w: Words) =>
    w.why === 'optional'
      ? worded(
          `the field "${w.field}" may be left out, and then an entry could not be placed by it`,
          'give it `required: true`',
        )
      : worded(`a field of the type ${w.type} cannot serve here`, 'name another field'),
  'empty-range': (w: Words) =>
    worded(`nothing lies between ${w.min} and ${w.max}`, 'exchange the two, or change one of them'),
  'section-without-ids': (w: Words) =>
    worded(`entries of "${w.section}" have no ids to refer to`, 'refer to a list whose entries have ids'),
  'too-many-declared': (w: Words) =>
    worded(`${w.count} of them, and ${w.most} is the most`, 'leave some out'),
  'counted-twice': (w: Words) =>
    worded(
      `${w.metric} is measured on this day by an entry of ${w.section} as well, and both are counted`,
      'remove the observation if it is the same figure',
    ),
  'measure-without-metric': (w: Words) =>
    worded(
      `entries of "${w.section}" measure "${w.metric}", and there is no metric of that id`,
      meant(w) || `add it: \`partner add metrics id=${w.metric} name=… kind=… aggregate=…\``,
    ),
};

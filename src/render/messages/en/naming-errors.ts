import { type ErrorWording, helpWord, worded } from '../wording.ts';

/** The wording of refusals that speak of what was named on a command line, or given for it. */
export const namingErrors = {
  'unknown-item': (w) =>
    worded(
      `the stage ${w.stage} has no item "${w.item}"`,
      w.nearest ? `did you mean ${w.nearest}?` : `its items are: ${w.known}`,
    ),
  'unknown-stage': (w) =>
    worded(
      `the model has no stage "${w.stage}"`,
      w.nearest ? `did you mean ${w.nearest}?` : `its stages are: ${w.known}`,
    ),
  'unknown-section': (w) =>
    worded(
      `there is no section "${w.section}" in this model`,
      w.nearest ? `did you mean ${w.nearest}?` : `its sections are: ${w.known}`,
    ),
  'unknown-entry': (w) =>
    worded(
      `${w.section} has no entry "${w.id}"`,
      w.nearest
        ? `did you mean ${w.nearest}?`
        : w.known
          ? `its entries are: ${w.known}`
          : w.section === 'conditions'
            ? 'no review has set a condition yet: `partner advance --condition "text;owner;due"`'
            : `it has no entries yet; add one: \`partner add ${w.section} …\``,
    ),
  'unknown-key': (w) =>
    worded(
      `${w.section} has no field "${w.key}"`,
      `${w.nearest ? `did you mean ${w.nearest}? ` : `its fields are: ${w.known}; `}\`partner help ${helpWord(w.section)}\` explains them`,
    ),
  'unknown-model': (w) =>
    worded(
      `there is no model "${w.id}"`,
      `${w.known ? `known are: ${w.known}` : 'see `partner model list`'}; or give the folder of your own`,
    ),
  'unknown-topic': (w) =>
    worded(
      `nothing is known of "${w.topic}": no command, topic, section or stage has that name`,
      w.nearest
        ? `did you mean \`partner help ${w.nearest}\`?`
        : `see \`partner help\`; the topics are: ${w.known}`,
    ),
  'invalid-model': (w) =>
    worded(
      `the model in ${w.dir} has problems`,
      'nothing was written; `partner model check DIR` checks it again',
    ),
  'invalid-value': (w) =>
    worded(
      w.key ? `${w.key}: "${w.value}" is not ${w.expected}` : 'this would make the partnership invalid',
      w.key
        ? (w.hint ?? 'nothing was written; correct the value and repeat the command')
        : 'nothing was written; correct what is named above and repeat the command',
    ),
  'duplicate-entry': (w) =>
    worded(
      `${w.section} has an entry "${w.id}" already`,
      `change it with \`partner set ${w.section}/${w.id} …\`, or give the new one another id`,
    ),
  'still-referenced': (w) =>
    worded(`${w.section}/${w.id} is still referred to by ${w.by}`, 'nothing was written; change those first'),
  'no-metrics': () =>
    worded(
      'there are no metrics to record values of',
      'add one with `partner add metrics name=… kind=output aggregate=sum`',
    ),
} satisfies Partial<ErrorWording>;

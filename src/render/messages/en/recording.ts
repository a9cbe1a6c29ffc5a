import type { RecordingWords } from '../recording.ts';

const observations = (many: number) => (many === 1 ? '1 observation' : `${many} observations`);

export const recording: RecordingWords = {
  columns: { metric: 'Metric', recorded: 'New', already: 'There already', period: 'Of the days' },
  days: (from, to) => (from === to ? from : `${from} – ${to}`),
  found: (file) => `${file} holds:`,
  record: (many) => `Record ${many === 1 ? 'the new one' : `the ${many} new ones`}?`,
  recorded: (many, metrics) =>
    `Recorded ${observations(many)} of ${metrics === 1 ? 'one metric' : `${metrics} metrics`}`,
  recordedOne: (metric, day, figure) => `Recorded ${metric} on ${day}: ${figure}`,
  alsoKnown: (many) => `${observations(many)} ${many === 1 ? 'was' : 'were'} recorded already`,
  allKnown: (many) =>
    `${many === 1 ? 'The observation is' : `All ${many} observations are`} recorded already; nothing was written.`,
  knownOne: (metric, day, figure) =>
    `${metric} on ${day} is recorded already with ${figure}; nothing was written.`,
  wizard: {
    intro: (period, day) =>
      `The metrics without a value for ${period}. What you enter is recorded as of ${day}; --on takes another day.`,
    value: ({ name, unit, last, target, isShare }) => {
      const facts = [
        ...(last === undefined ? [] : [`last ${last.figure} on ${last.day}`]),
        ...(target === undefined ? [] : [`target ${target}`]),
      ];
      const known = facts.length === 0 ? '' : ` – ${facts.join(', ')}`;
      return `${name}${unit === undefined ? '' : `, ${unit}`}${known}. ${isShare ? 'Part/whole, such as 42/60' : 'Value'} (Enter to skip)`;
    },
    source: 'Where do these figures come from? (Enter to skip)',
    preview: 'This will be recorded:',
    allSeen: (period) => `Every metric has a value for ${period}.`,
    nothing: 'No value was entered; nothing was written.',
  },
};

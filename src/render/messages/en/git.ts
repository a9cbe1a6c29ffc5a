import type { GitWords } from '../git.ts';

export const git: GitWords = {
  commit: {
    checked: (items) => `ticked ${items}`,
    unchecked: (items) => `took the tick from ${items}`,
    added: (entry) => `added ${entry}`,
    observed: (count, metrics) =>
      `recorded ${count === 1 ? 'an observation' : `${count} observations`} of ${metrics.join(', ')}`,
    set: (entry) => `changed ${entry}`,
    removed: (entry) => `removed ${entry}`,
    started: (model) => `started on the model ${model}`,
    reviewed: (round, decision) => `gate review, round ${round}: ${decision}`,
    returned: (round, stage) => `gate review, round ${round}: back to “${stage}”`,
    decisions: {
      advance: 'passed',
      hold: 'on hold',
      return: 'back',
      close: 'closed',
      reconfirm: 'reconfirmed',
    },
    committed: (commit, subject) => `Committed as ${commit}: ${subject}`,
    alsoCommitted: (file) => `${file} had changes that were not committed yet; they are in this commit too.`,
  },
  merge: {
    byLines: (file) =>
      `${file}: not a partnership’s file that can be read in both versions, so its lines were merged`,
    conflicts: (file, places) =>
      `${file}: to be decided at ${places || 'the whole file'}; keep one of the two versions there and delete the marks`,
    lostComments: (file, comments) =>
      `${file}: comments of the other side that were not taken over: ${comments}`,
  },
  setup: {
    installed: 'This clone is set up. What was changed:',
    removed: 'This clone is as it was before. What was changed:',
    asBefore: 'Nothing to do: all of it is so already.',
    wouldChange: 'This would be changed:',
    created: (file) => `${file}, a new file:`,
    changed: (file) => `${file}:`,
    deleted: (file) => `${file} goes`,
    setting: (key) => `the setting ${key} of this clone:`,
    unset: (key) => `the setting ${key} of this clone goes`,
    foreignHook: (file) =>
      `Hooks are somebody else’s here, so ${file} was left alone. To have every commit checked, add this line to it:`,
    shareAttributes:
      'Commit .gitattributes; everybody who merges runs `partner git install` once in their clone.',
  },
  nothingStaged: 'No partnership is in this commit.',
};

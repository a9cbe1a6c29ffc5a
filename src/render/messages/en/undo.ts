import type { UndoWords } from '../undo.ts';

const count = (many: number, one: string, several: string) => `${many} ${many === 1 ? one : several}`;

function ago(minutes: number, day: string): string {
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${count(minutes, 'minute', 'minutes')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${count(hours, 'hour', 'hours')} ago`;
  const days = Math.floor(hours / 24);
  return days <= 30 ? `${count(days, 'day', 'days')} ago` : day;
}

export const undo: UndoWords = {
  ago,
  command: (command, when, by) => `${command}, ${when}${by === undefined ? '' : `, by ${by}`}`,
  undo: {
    heading: (command) => `To be taken back: ${command}`,
    question: 'Take it back?',
    merged: (files) =>
      `${files}: changed since that command. Only what the command did is taken back; the other changes stay.`,
    told: (command) => `Taken back: ${command}`,
    next: (left) =>
      left === 0
        ? '`partner redo` does it again.'
        : `\`partner redo\` does it again; ${count(left, 'earlier command', 'earlier commands')} can be taken back.`,
  },
  redo: {
    heading: (command) => `To be done again: ${command}`,
    question: 'Do it again?',
    merged: (files) =>
      `${files}: changed since. Only what the command did is done again; the other changes stay.`,
    told: (command) => `Done again: ${command}`,
    next: (left) =>
      left === 0
        ? '`partner undo` takes it back.'
        : `\`partner undo\` takes it back; ${count(left, 'later command', 'later commands')} can be done again.`,
  },
  lostComments: (comments) => `Comments that could not be put back: ${comments}`,
  committed: (files) =>
    `The last commit still has this change; commit ${files} to take it back there as well.`,
  misfits: (count) =>
    count === 1
      ? 'One thing in the files does not fit the version that they follow now:'
      : `${count} things in the files do not fit the version that they follow now:`,
  unusable: (entries) =>
    `${count(entries, 'record', 'records')} in .partner/undo cannot be read by this program and ${entries === 1 ? 'was' : 'were'} passed over.`,
  unavailable: (reason) =>
    `written, but \`partner undo\` will not know of it: nothing can be kept in .partner/undo (${reason})`,
  list: {
    done: 'Can be taken back, the last first',
    undone: 'Can be done again, the next first',
    none: 'There is nothing to take back, and nothing to do again.',
    when: 'When',
    command: 'Command',
    by: 'By',
    what: 'What it did',
    more: (first, others) => `${first} (and ${others} more)`,
  },
};

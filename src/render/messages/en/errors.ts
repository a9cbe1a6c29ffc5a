import { type ErrorWording, worded } from '../wording.ts';
import { folderErrors } from './folder-errors.ts';
import { historyErrors } from './history-errors.ts';
import { namingErrors } from './naming-errors.ts';
import { outputErrors } from './output-errors.ts';
import { recordingProblems } from './recording-problems.ts';
import { reviewErrors } from './review-errors.ts';

export const errors: ErrorWording = {
  usage: (w) =>
    worded(
      w.problem ?? 'this command cannot be understood',
      `${w.example ? `such as \`${w.example}\`; ` : ''}see \`partner ${w.command ? `${w.command} ` : ''}--help\``,
    ),
  cancelled: () => worded('cancelled; nothing was written'),
  'needs-answer': (w) =>
    worded(
      `${w.what} is needed, and there is nobody to ask`,
      `give it ${w.option ? `with ${w.option}` : 'on the command line'}, or run this on a terminal, which asks`,
    ),
  ...recordingProblems,
  ...folderErrors,
  ...namingErrors,
  ...reviewErrors,
  ...outputErrors,
  ...historyErrors,
};

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
      w.problem ?? 'אי אפשר להבין את הפקודה',
      `${w.example ? `למשל \`${w.example}\`; ` : ''}ראו \`partner ${w.command ? `${w.command} ` : ''}--help\``,
    ),
  cancelled: () => worded('בוטל; דבר לא נכתב'),
  'needs-answer': (w) =>
    worded(
      `צריך לציין ${w.what}, ואין את מי לשאול`,
      `אפשר לציין ${w.option ? `ב־${w.option}` : 'בשורת הפקודה'}, או להריץ במסוף, ושם תישאלו`,
    ),
  ...recordingProblems,
  ...folderErrors,
  ...namingErrors,
  ...reviewErrors,
  ...outputErrors,
  ...historyErrors,
};

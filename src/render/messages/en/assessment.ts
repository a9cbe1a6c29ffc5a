import type { AssessmentWords } from '../assessment.ts';

export const assessmentWords: AssessmentWords = {
  score: (criterion) => `${criterion}: 1 (not at all) to 5 (fully)?`,
  unknown: 'not known yet',
  title: 'What candidates are scored on, 1–5',
  everyone: 'everyone',
};

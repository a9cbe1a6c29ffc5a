import type { AssessmentWords } from '../assessment.ts';

export const assessmentWords: AssessmentWords = {
  score: (criterion) => `${criterion}: מ־1 (כלל לא) עד 5 (במלואו)?`,
  unknown: 'עדיין לא ידוע',
  title: 'אמות המידה להערכת מועמדים, 1–5',
  everyone: 'כולם',
};

import type { Language } from '../../core/schema/partnership.ts';

/** The words of the assessment of candidates, in one language. */
export interface AssessmentWords {
  /** The question for one criterion; 5 is the best. */
  readonly score: (criterion: string) => string;
  readonly unknown: string;
  readonly title: string;
  readonly everyone: string;
}

/** Loads the words of the assessment in one language. */
export async function loadAssessmentWords(language: Language): Promise<AssessmentWords> {
  if (language === 'he') return (await import('./he/assessment.ts')).assessmentWords;
  return (await import('./en/assessment.ts')).assessmentWords;
}

import type { ProblemWording } from '../wording.ts';
import { figureProblems } from './figure-problems.ts';
import { fileProblems } from './file-problems.ts';
import { formProblems } from './form-problems.ts';
import { membershipProblems } from './membership-problems.ts';
import { modelProblems } from './model-problems.ts';
import { ownSectionProblems } from './own-section-problems.ts';
import { recordingProblems } from './recording-problems.ts';
import { reviewProblems } from './review-problems.ts';
import { templateProblems } from './template-problems.ts';

export const problems: ProblemWording = {
  ...recordingProblems,
  ...templateProblems,
  ...membershipProblems,
  ...figureProblems,
  ...ownSectionProblems,
  ...fileProblems,
  ...formProblems,
  ...modelProblems,
  ...reviewProblems,
};

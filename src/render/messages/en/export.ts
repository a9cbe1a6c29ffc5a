import type { ExportWords } from '../export.ts';

export const exportWords: ExportWords = {
  calendar: {
    milestone: (title) => `Milestone: ${title}`,
    stage: (title) => `Stage due: ${title}`,
    review: (title) => `Gate review: ${title}`,
    condition: (title) => `Condition of a review: ${title}`,
  },
  leftOut: (errors) =>
    errors === 1
      ? '1 error in the files: what it spoils is left out (partner validate shows it)'
      : `${errors} errors in the files: what they spoil is left out (partner validate shows them)`,
};

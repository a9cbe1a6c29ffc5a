import type { ExportWords } from '../export.ts';

export const exportWords: ExportWords = {
  calendar: {
    milestone: (title) => `אבן דרך: ${title}`,
    stage: (title) => `מועד השלב: ${title}`,
    review: (title) => `בחינת שער: ${title}`,
    condition: (title) => `תנאי מבחינת שער: ${title}`,
  },
  leftOut: (errors) =>
    errors === 1
      ? 'שגיאה אחת בקבצים: מה שנפגם בה הושמט (הפקודה partner validate מציגה אותה)'
      : `${errors} שגיאות בקבצים: מה שנפגם בהן הושמט (הפקודה partner validate מציגה אותן)`,
};

import type { ExportWords } from '../export.ts';

export const exportWords: ExportWords = {
  asOf: (day) => `נכון ליום ${day}`,
  yes: 'כן',
  no: 'לא',
  stages: 'שלבים',
  milestones: 'אבני דרך',
  owner: (name) => `אחראי: ${name}`,
  calendar: {
    milestone: (title) => `אבן דרך: ${title}`,
    stage: (title) => `מועד השלב: ${title}`,
    review: (title) => `בחינת שער: ${title}`,
    condition: (title) => `תנאי מבחינת שער: ${title}`,
  },
  written: (files) => `נכתב: ${files.join(', ')}`,
  leftOut: (errors) =>
    errors === 1
      ? 'שגיאה אחת בקבצים: מה שנפגם בה הושמט (הפקודה partner validate מציגה אותה)'
      : `${errors} שגיאות בקבצים: מה שנפגם בהן הושמט (הפקודה partner validate מציגה אותן)`,
};

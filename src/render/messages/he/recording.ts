import type { RecordingWords } from '../recording.ts';

const observations = (many: number) => (many === 1 ? 'תצפית אחת' : `${many} תצפיות`);

export const recording: RecordingWords = {
  columns: { metric: 'מדד', recorded: 'חדשות', already: 'כבר רשומות', period: 'בימים' },
  days: (from, to) => (from === to ? from : `${from} – ${to}`),
  found: (file) => `בקובץ ${file} יש:`,
  record: (many) => (many === 1 ? 'לרשום את התצפית החדשה?' : `לרשום את ${many} התצפיות החדשות?`),
  recorded: (many, metrics) =>
    `${many === 1 ? 'נרשמה' : 'נרשמו'} ${observations(many)} ${metrics === 1 ? 'של מדד אחד' : `של ${metrics} מדדים`}`,
  recordedOne: (metric, day, figure) => `נרשם ${metric} ליום ${day}: ${figure}`,
  alsoKnown: (many) => `${observations(many)} כבר ${many === 1 ? 'הייתה רשומה' : 'היו רשומות'}`,
  allKnown: (many) => `${many === 1 ? 'התצפית כבר רשומה' : `כל ${many} התצפיות כבר רשומות`}; דבר לא נכתב.`,
  knownOne: (metric, day, figure) => `${metric} ליום ${day} כבר רשום: ${figure}; דבר לא נכתב.`,
  wizard: {
    intro: (period, day) =>
      `המדדים שאין להם ערך לתקופה ${period}. מה שיוקלד יירשם ליום ${day}; יום אחר ניתן ב־--on.`,
    value: ({ name, unit, last, target, isShare }) => {
      const facts = [
        ...(last === undefined ? [] : [`אחרון ${last.figure} ביום ${last.day}`]),
        ...(target === undefined ? [] : [`יעד ${target}`]),
      ];
      const known = facts.length === 0 ? '' : ` – ${facts.join(', ')}`;
      return `${name}${unit === undefined ? '' : `, ${unit}`}${known}. ${isShare ? 'מונה/מכנה, כמו 42/60' : 'ערך'} (Enter לדילוג)`;
    },
    source: 'מה המקור של הנתונים האלה? (Enter לדילוג)',
    preview: 'זה מה שיירשם:',
    allSeen: (period) => `לכל המדדים יש ערך לתקופה ${period}.`,
    nothing: 'לא הוקלד אף ערך; דבר לא נכתב.',
  },
};

import type { MilestoneWords } from '../milestones.ts';

const days = (many: number) => (many === 1 ? 'יום אחד' : many === 2 ? 'יומיים' : `${many} ימים`);

export const milestoneWords: MilestoneWords = {
  months: [
    ...['ינו׳', 'פבר׳', 'מרץ', 'אפר׳', 'מאי', 'יוני'],
    ...['יולי', 'אוג׳', 'ספט׳', 'אוק׳', 'נוב׳', 'דצמ׳'],
  ],
  onTime: (onTime, due, percent) => `${onTime} מתוך ${due} שמועדן הגיע בוצעו בזמן (${percent}%)`,
  nothingDue: 'עדיין לא הגיע מועדה של אף אבן דרך',
  overdueCount: (count) => (count === 1 ? 'אחת באיחור' : `${count} באיחור`),
  late: (late) => `באיחור של ${days(late)}`,
  done: (day) => `בוצע ${day}`,
  doneLate: (day, late) => `בוצע ${day}, באיחור של ${days(late)}`,
  dueIn: (left) => (left === 0 ? 'היום' : left === 1 ? 'מחר' : `בעוד ${days(left)}`),
  dueOn: (day) => `מועד: ${day}`,
  noDate: 'בלי מועד',
  legend: { due: 'מועד', done: 'בוצע', late: 'איחור', early: 'זמן שנותר', today: 'היום' },
  none: 'עדיין אין אבני דרך. מקומן בשלב שבו מתכננים את הפעילות:',
  next: 'אבני הדרך הבאות',
  overdue: 'אבני דרך באיחור',
  more: (count) => (count === 1 ? 'ועוד אחת:' : `ועוד ${count}:`),
};

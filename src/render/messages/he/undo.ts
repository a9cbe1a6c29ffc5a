import type { UndoWords } from '../undo.ts';

function ago(minutes: number, day: string): string {
  if (minutes < 1) return 'ממש עכשיו';
  if (minutes < 60) return before(minutes, 'דקה', 'שתי דקות', 'דקות');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return before(hours, 'שעה', 'שעתיים', 'שעות');
  const days = Math.floor(hours / 24);
  return days <= 30 ? before(days, 'יום', 'יומיים', 'ימים') : day;
}

function before(many: number, one: string, two: string, several: string): string {
  if (many === 1) return `לפני ${one}`;
  return many === 2 ? `לפני ${two}` : `לפני ${many} ${several}`;
}

export const undo: UndoWords = {
  ago,
  command: (command, when, by) => `${command}, ${when}${by === undefined ? '' : `, מאת ${by}`}`,
  undo: {
    heading: (command) => `הפקודה שתבוטל: ${command}`,
    question: 'לבטל אותה?',
    merged: (files) => `${files}: השתנה מאז אותה פקודה. מתבטל רק מה שעשתה הפקודה, ושאר השינויים נשארים.`,
    told: (command) => `בוטלה הפקודה ${command}`,
    next: (left) =>
      left === 0
        ? '`partner redo` מבצע אותה שוב.'
        : `\`partner redo\` מבצע אותה שוב; אפשר לבטל עוד ${left === 1 ? 'פקודה אחת קודמת' : `${left} פקודות קודמות`}.`,
  },
  redo: {
    heading: (command) => `הפקודה שתבוצע שוב: ${command}`,
    question: 'לבצע אותה שוב?',
    merged: (files) => `${files}: השתנה מאז. חוזר רק מה שעשתה הפקודה, ושאר השינויים נשארים.`,
    told: (command) => `בוצעה שוב הפקודה ${command}`,
    next: (left) =>
      left === 0
        ? '`partner undo` מבטל אותה.'
        : `\`partner undo\` מבטל אותה; אפשר לבצע שוב עוד ${left === 1 ? 'פקודה אחת' : `${left} פקודות`}.`,
  },
  lostComments: (comments) => `הערות שלא היה אפשר להחזיר: ${comments}`,
  committed: (files) => `השינוי עדיין נמצא ב־commit האחרון; כדי לבטל אותו גם שם יש לשמור בגיט את ${files}.`,
  misfits: (count) =>
    count === 1
      ? 'דבר אחד בקבצים אינו מתאים לגרסת המודל שלפיה הם כתובים עכשיו:'
      : `${count === 2 ? 'שני' : count} דברים בקבצים אינם מתאימים לגרסת המודל שלפיה הם כתובים עכשיו:`,
  unusable: (entries) =>
    entries === 1
      ? 'רישום אחד ב־.partner/undo אינו קריא לתכנה הזאת, ודילגנו עליו.'
      : `${entries} רישומים ב־.partner/undo אינם קריאים לתכנה הזאת, ודילגנו עליהם.`,
  unavailable: (reason) =>
    `נכתב, אבל \`partner undo\` לא יוכל לבטל: אי אפשר לשמור דבר ב־.partner/undo ‏(${reason})`,
  list: {
    done: 'אפשר לבטל, מהאחרונה לראשונה',
    undone: 'אפשר לבצע שוב, לפי הסדר',
    none: 'אין מה לבטל, ואין מה לבצע שוב.',
    when: 'מתי',
    command: 'פקודה',
    by: 'מי',
    what: 'מה נעשה',
    more: (first, others) => `${first} (ועוד ${others})`,
  },
};

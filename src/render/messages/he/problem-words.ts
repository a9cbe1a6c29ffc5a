import type { Words } from '../wording.ts';

/** The kinds of value, as a message names what it wants or found. */
export const kinds: Readonly<Record<string, string>> = {
  text: 'טקסט',
  link: 'קישור',
  id: 'מזהה',
  name: 'שם',
  date: 'תאריך (YYYY-MM-DD)',
  number: 'מספר',
  whole: 'מספר שלם',
  score: 'מספר שלם מ־1 עד 5',
  money: 'סכום כסף',
  hours: 'מספר שעות',
  flag: 'true או false',
  choice: 'אחת המילים המוכרות',
  reference: 'מזהה',
  list: 'רשימה',
  mapping: 'אוסף שדות (key: value)',
  nothing: 'דבר',
  'text-or-number': 'טקסט או מספר',
  'score-or-unknown': 'מספר שלם מ־1 עד 5, או unknown',
};

/** What stands where a file should. */
export const kindsOfFile: Readonly<Record<string, string>> = {
  symlink: 'קישור',
  directory: 'תיקייה',
  fifo: 'צינור (pipe)',
  socket: 'שקע (socket)',
  device: 'התקן',
};

/** That a section has no entry of an id; the id follows. */
export const absent: Readonly<Record<string, string>> = {
  partners: 'אין שותף שהמזהה שלו',
  goals: 'אין מטרה שהמזהה שלה',
  activities: 'אין פעילות שהמזהה שלה',
  milestones: 'אין אבן דרך שהמזהה שלה',
  metrics: 'אין מדד שהמזהה שלו',
  needs: 'אין צורך שהמזהה שלו',
  candidates: 'אין מועמד שהמזהה שלו',
};

/** What yaml calls a mistake, in the words of somebody who looks at the line: what is wrong, and what to do. */
export const syntax: Readonly<Record<string, readonly [string, string]>> = {
  'block-as-implicit-key': [
    '": " שני באותה שורה, או שורה שמוזחת יותר מדי',
    'אם ה־": " שייך לטקסט, יש לשים את הטקסט בגרשיים; אחרת יש ליישר את השורה עם שכנותיה',
  ],
  'multiline-implicit-key': ['שורה בלי ": "', 'יש לכתוב `key: value`, עם נקודתיים ורווח'],
  'missing-char': ['חסרים נקודתיים, פסיק או רווח', 'כדאי להשוות את השורה לשכנותיה'],
  'unexpected-token': [
    'זה אינו מתאים למה שלפניו',
    "גרשיים מקיפים את כל הטקסט (בתוך \"…\" כותבים \\\", בתוך '…' כותבים ''); ברשימה יש לבדוק פסיקים וסוגריים",
  ],
  'bad-scalar-start': ['טקסט אינו יכול להתחיל בתו הזה', 'יש לשים את הטקסט בגרשיים'],
  'bad-dq-escape': [
    'לוכסן הפוך שאין לו משמעות בתוך "…"',
    'יש לכתוב שני לוכסנים, או לשים את הטקסט בגרשיים בודדים',
  ],
};

const plainNumber = 'יש לכתוב ספרות ולכל היותר נקודה עשרונית אחת, בלי גרשיים, מפרידים או יחידות';
const digitsOnly = 'יש לכתוב ספרות בלבד, בלי גרשיים, מפרידים או יחידות';
/** How to write a value of each kind. */
export const typeHints: Readonly<Record<string, string>> = {
  flag: 'יש לכתוב true או false, בלי גרשיים',
  date: 'יש לכתוב בצורה YYYY-MM-DD, למשל 2026-02-03',
  text: 'אם הכוונה לטקסט, יש לשים אותו בגרשיים',
  list: 'כל רשומה בשורה משלה, שמתחילה ב־"- "',
  mapping: 'יש לכתוב שורה `key: value` לכל שדה, זו מתחת לזו',
  id: 'אם הכוונה למזהה, יש לשים אותו בגרשיים',
  reference: 'אם הכוונה למזהה, יש לשים אותו בגרשיים',
  number: plainNumber,
  money: plainNumber,
  hours: plainNumber,
  whole: digitsOnly,
  score: digitsOnly,
};

/** Asks whether the nearest of what is known was meant. */
export const meant = ({ nearest }: Words) => nearest !== undefined && `האם הכוונה ל־"${nearest}"?`;

/** The same, or what to do where nothing is near. */
export const meantOr = (words: Words, otherwise: string) => meant(words) || otherwise;

import type { Bilingual } from './problem.ts';

/** What a candidate partner is scored on, from 1 to 5, where 5 is always the better. */
export interface Criterion {
  readonly id: string;
  readonly label: Bilingual;
}

const criterion = (id: string, en: string, he: string): Criterion => ({ id, label: { en, he } });

/** What is asked of every candidate. */
export const commonCriteria: readonly Criterion[] = [
  criterion('fit', 'Shares the goal, for reasons of its own', 'שותף למטרה, מטעמים משלו'),
  criterion('reputation', 'Trusted by those who work with it', 'אמין בעיני מי שעובדים איתו'),
  criterion('capacity', 'Has the people and the time for its part', 'יש לו האנשים והזמן לחלקו'),
];

/**
 * What is asked of a candidate because of what kind of organisation it is: partners of different
 * sectors fail for different reasons. `other` has nothing beyond what all are asked.
 */
export const sectorCriteria: Readonly<Record<string, readonly Criterion[]>> = {
  company: [
    criterion(
      'commitment',
      'Its management stands behind this beyond one budget year',
      'ההנהלה מחויבת מעבר לשנת תקציב אחת',
    ),
    criterion(
      'conduct',
      'Its business does no harm to those it would help',
      'עיסוקיו אינם פוגעים במי שהוא מבקש לסייע להם',
    ),
    criterion('volunteering', 'Its employees would take part', 'עובדיו ייקחו חלק'),
  ],
  ngo: [
    criterion('track-record', 'Has shown results in this field', 'הראה תוצאות בתחום'),
    criterion(
      'governance',
      'Has an active board, audited accounts and clear rules',
      'יש לו ועד פעיל, דוחות מבוקרים וכללים ברורים',
    ),
    criterion('access', 'Reaches the people affected', 'מגיע אל המושפעים מן הבעיה'),
  ],
  public: [
    criterion('mandate', 'May decide in this matter', 'מוסמך להחליט בעניין'),
    criterion(
      'continuity',
      'Will go on after elections and changes of staff',
      'ימשיך גם אחרי בחירות וחילופי תפקידים',
    ),
    criterion(
      'pace',
      'Its approvals and tenders fit the schedule',
      'האישורים והמכרזים שלו משתלבים בלוח הזמנים',
    ),
  ],
  community: [
    criterion('representation', 'Speaks for the people affected', 'מדבר בשם המושפעים'),
    criterion('organisation', 'Can meet, decide and look after money', 'יודע להתכנס, להחליט ולנהל כספים'),
    criterion('support', 'Has the support to take part as an equal', 'יש לו הליווי הדרוש כדי להשתתף כשווה'),
  ],
  foundation: [
    criterion('staying-power', 'Can stay for as long as the work takes', 'יכול להישאר כל זמן שהעבודה נמשכת'),
    criterion('terms', 'The terms of its money leave room to adapt', 'תנאי המימון מותירים מקום להתאמות'),
    criterion('reporting', 'The reports it asks for are in proportion', 'דרישות הדיווח שלו סבירות'),
  ],
  academia: [
    criterion('expertise', 'Knows this field', 'בקיא בתחום'),
    criterion('independence', 'Is free to publish what it finds', 'חופשי לפרסם את ממצאיו'),
    criterion(
      'timetable',
      'Its terms and its research fit the schedule',
      'לוח השנה האקדמי והמחקר משתלבים בלוח הזמנים',
    ),
  ],
};

/** The criteria of a candidate of a sector, the common ones first; without a sector only those. */
export function criteriaOf(sector: string | undefined): readonly Criterion[] {
  const own = sector !== undefined && Object.hasOwn(sectorCriteria, sector) ? sectorCriteria[sector] : [];
  return [...commonCriteria, ...(own ?? [])];
}

import { groupKeys, sortKeys, stateKeys } from '../core/portfolio/keys.ts';
import { listForms } from '../render/forms.ts';
import type { CommandSpec } from './command-spec.ts';

/** `partner list`: the portfolio. */
export const listSpec: CommandSpec = {
  name: 'list',
  group: 'look',
  triedAs: ['ls', 'portfolio', 'all'],
  args: '[root]',
  completes: ['folder'],
  about: {
    en: 'every partnership below a folder, what needs attention first, and their totals',
    he: 'כל השותפויות שמתחת לתיקייה, מה שדורש תשומת לב תחילה, וסיכומים',
  },
  options: [
    {
      flags: '--stage <stage>',
      about: { en: 'only those in this stage (id or number)', he: 'רק אלה שבשלב הזה (מזהה או מספר)' },
      completes: 'portfolio-stage',
      repeatable: true,
    },
    {
      flags: '--state <state>',
      about: { en: 'only those in this state', he: 'רק אלה שבמצב הזה' },
      repeatable: true,
      choices: stateKeys,
    },
    {
      flags: '--tag <tag>',
      about: { en: 'only those with this tag', he: 'רק אלה שיש להן התגית הזאת' },
      completes: 'portfolio-tag',
      repeatable: true,
    },
    {
      flags: '--partner <partner>',
      about: {
        en: 'only those of this partner (id or name), and what it gives in each',
        he: 'רק אלה של השותף הזה (מזהה או שם), ומה הוא נותן בכל אחת',
      },
      completes: 'portfolio-partner',
      repeatable: true,
    },
    {
      flags: '--overdue',
      about: { en: 'only those whose stage is late', he: 'רק אלה שהשלב שלהן באיחור' },
    },
    {
      flags: '--stalled',
      about: {
        en: 'only active ones of which nothing was recorded for 90 days',
        he: 'רק פעילות שדבר לא נרשם בהן כבר 90 יום',
      },
    },
    {
      flags: '--sort <key>',
      about: { en: 'the order; by urgency unless told', he: 'הסדר; לפי הדחיפות אם לא נאמר אחרת' },
      choices: sortKeys,
    },
    { flags: '--reverse', about: { en: 'turn the order round', he: 'להפוך את הסדר' } },
    {
      flags: '--by <key>',
      about: { en: 'in groups, each with its totals', he: 'בקבוצות, ולכל אחת סיכומים' },
      choices: groupKeys,
    },
    {
      flags: '--durations',
      about: { en: 'how long each stage takes, by model', he: 'כמה זמן נמשך כל שלב, לפי מודל' },
    },
    {
      flags: '--forecast',
      about: {
        en: 'when each partnership is likely to reach its end',
        he: 'מתי כל שותפות צפויה להגיע לסיומה',
      },
    },
    {
      flags: '--format <format>',
      about: { en: 'the form of the output', he: 'צורת הפלט' },
      choices: listForms,
    },
  ],
  examples: [
    'partner list partnerships/',
    'partner list partnerships/ --by stage --state active',
    'partner list partnerships/ --partner calder',
    'partner list partnerships/ --forecast --today 2026-12-31',
    'partner list partnerships/ --format csv > portfolio.csv',
  ],
  run: async (...run) => (await import('../commands/list.ts')).list(...run),
};

import type { Bilingual } from '../../core/problem.ts';

/** What `partner help` explains beside the commands, in the order in which it lists them. */
export const topicNames = ['stages', 'gates', 'metrics', 'format', 'environment', 'exit-codes'] as const;

export type TopicName = (typeof topicNames)[number];

/** What each topic is about, in a line. */
export const topicTitles: Readonly<Record<TopicName, Bilingual>> = {
  stages: { en: 'the stages of a partnership, and what each is for', he: 'שלבי השותפות, ולשם מה כל שלב' },
  gates: {
    en: 'how a gate review works: decisions, waivers, conditions, rounds, seals',
    he: 'איך בחינת שער פועלת: החלטות, ויתורים, תנאים, סבבים וחותמים',
  },
  metrics: {
    en: 'what is measured, how it adds up, the ratios, and where figures mislead',
    he: 'מה נמדד, איך מצטבר, היחסים, והיכן נתונים מטעים',
  },
  format: { en: 'the files of a partnership', he: 'הקבצים של שותפות' },
  environment: {
    en: 'the settings: variables of the environment and their options',
    he: 'ההגדרות: משתני סביבה והאפשרויות שמקבילות להם',
  },
  'exit-codes': { en: 'what the exit codes mean', he: 'מה פירוש קודי היציאה' },
};

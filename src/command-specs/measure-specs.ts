import { findingForms } from '../render/forms.ts';
import { at, type CommandSpec } from './command-spec.ts';
import { listSpec } from './list-spec.ts';

/** The commands that read one partnership and print what it comes to. */
export const measureSpecs: readonly CommandSpec[] = [
  {
    name: 'timeline',
    group: 'measure',
    triedAs: ['milestones', 'gantt', 'schedule'],
    about: {
      en: 'the milestones against their due dates, late ones first',
      he: 'אבני הדרך מול המועדים שלהן, המאחרות תחילה',
    },
    options: [at],
    examples: ['partner timeline', 'partner timeline --json'],
    run: async (...run) => (await import('../commands/timeline.ts')).timeline(...run),
  },
  {
    name: 'metrics',
    group: 'measure',
    triedAs: ['ratios', 'figures', 'kpi', 'inputs'],
    topics: ['metrics'],
    about: {
      en: 'what went in, what came of it, and the ratios',
      he: 'מה הושקע, מה הושג, והיחסים',
    },
    options: [
      {
        flags: '--by <what>',
        about: { en: 'break the figures down', he: 'לפרק את הנתונים' },
        choices: ['partner', 'month', 'quarter', 'year', 'kind'],
      },
      at,
    ],
    examples: [
      'partner metrics',
      'partner metrics --by quarter',
      'partner metrics --today 2026-06-30 --json',
    ],
    run: async (...run) => (await import('../commands/metrics.ts')).metrics(...run),
  },
  listSpec,
  {
    name: 'validate',
    triedAs: ['lint', 'verify', 'doctor', 'fsck'],
    topics: ['format', 'exit-codes'],
    args: '[path...]',
    completes: ['file'],
    about: {
      en: 'check every file; says what is wrong and where',
      he: 'לבדוק את כל הקבצים: מה לא תקין והיכן',
    },
    options: [
      {
        flags: '--format <format>',
        about: {
          en: 'the form; the last three are for CI',
          he: 'הצורה; שלוש האחרונות לכלי CI',
        },
        choices: findingForms,
      },
      {
        flags: '--staged',
        about: {
          en: 'only the partnerships that the next commit changes; for hooks',
          he: 'רק שותפויות שה־commit הבא משנה; לשימוש ב־hooks',
        },
      },
      { flags: '--strict', about: { en: 'warnings count as problems', he: 'גם אזהרות נחשבות לבעיות' } },
    ],
    examples: [
      'partner validate',
      'partner validate partnerships/',
      'partner validate --strict stages/08-measuring.yaml',
      'partner validate --format sarif > partner.sarif',
    ],
    run: async (...run) => (await import('../commands/validate.ts')).validate(...run),
  },
];

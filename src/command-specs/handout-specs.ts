import { documentForms, exportForms, reportForms } from '../render/forms.ts';
import { at, type CommandSpec } from './command-spec.ts';

/** The commands that make things to hand to people. */
export const handoutSpecs: readonly CommandSpec[] = [
  {
    name: 'report',
    group: 'hand-out',
    triedAs: ['html', 'page', 'print'],
    about: {
      en: 'everything about the partnership in one page to print, mail or project; above many, a page of all',
      he: 'כל מה שיש לומר על השותפות בעמוד אחד, להדפסה, לשליחה ולהקרנה; מעל שותפויות רבות, עמוד של כולן',
    },
    options: [
      {
        flags: '--format <format>',
        about: {
          en: 'the form (by the name of the file, else html)',
          he: 'הצורה (לפי שם הקובץ, ובלעדיו html)',
        },
        choices: reportForms,
      },
      {
        flags: '-o, --out <path>',
        about: {
          en: 'write it to a file (- is stdout); of many partnerships also to a folder, a page each',
          he: 'לכתוב לקובץ (הסימן - מציין stdout); של שותפויות רבות גם לתיקייה, עמוד לכל אחת',
        },
        completes: 'file',
      },
      {
        flags: '--watch',
        about: { en: 'write it anew whenever the files change', he: 'לכתוב מחדש בכל שינוי בקבצים' },
      },
      {
        flags: '--serve',
        about: {
          en: 'show it to a browser on this machine, following the files',
          he: 'להציג לדפדפן במחשב הזה, תוך מעקב אחר הקבצים',
        },
      },
      at,
    ],
    examples: [
      'partner report --out report.html',
      'partner report --format md --lang he',
      'partner report --serve',
      'partner report -C partnerships/ --out site/',
    ],
    run: async (...run) => (await import('../commands/report.ts')).report(...run),
  },
  {
    name: 'document',
    group: 'hand-out',
    triedAs: ['doc', 'docx', 'word', 'agreement', 'letter', 'paper'],
    args: '<kind>',
    completes: ['document'],
    about: {
      en: 'a paper to sign, mail or print: status, review, agreement, measurement, board, case-study or closing',
      he: 'מסמך לחתימה, לשליחה או להדפסה: status, review, agreement, measurement, board, case-study או closing',
    },
    options: [
      {
        flags: '--format <format>',
        about: { en: 'the form (by the name of the file, else md)', he: 'הצורה (לפי שם הקובץ, ובלעדיו md)' },
        choices: documentForms,
      },
      {
        flags: '-o, --out <file>',
        about: { en: 'write it to a file (- is stdout)', he: 'לכתוב לקובץ (הסימן - מציין stdout)' },
        completes: 'file',
      },
      {
        flags: '--review <id>',
        about: { en: 'of review: which one (the newest)', he: 'ב־review: איזו בחינה (האחרונה)' },
        completes: 'review',
      },
      at,
    ],
    examples: [
      'partner document status',
      'partner document agreement --out agreement.docx',
      'partner document review --format html --out review.html',
    ],
    run: async (...run) => (await import('../commands/document.ts')).writeDocument(...run),
  },
  {
    name: 'export',
    group: 'hand-out',
    triedAs: ['csv', 'xlsx', 'excel', 'ics', 'calendar'],
    about: {
      en: 'tables, a calendar or a chart for other programs',
      he: 'טבלאות, יומן או תרשים לתכנות אחרות',
    },
    options: [
      {
        flags: '--format <format>',
        about: {
          en: 'the form (by the name of the file, else csv)',
          he: 'הצורה (לפי שם הקובץ, ובלעדיו csv)',
        },
        choices: exportForms,
      },
      {
        flags: '--table <name>',
        about: {
          en: 'only this table: stages, checklist, metrics, observations, contributions, milestones, partners, reviews, or a section',
          he: 'רק הטבלה הזאת: stages, checklist, metrics, observations, contributions, milestones, partners, reviews, או פרק',
        },
        completes: 'table',
      },
      {
        flags: '-o, --out <file-or-dir>',
        about: {
          en: 'write to a file (- is stdout); of csv a folder gets a file for each table',
          he: 'לכתוב לקובץ (הסימן - מציין stdout); ב־csv תיקייה מקבלת קובץ לכל טבלה',
        },
        completes: 'file',
      },
      at,
    ],
    examples: [
      'partner export --out harbour-skills.xlsx',
      'partner export --table contributions > contributions.csv',
      'partner export --format ics --out milestones.ics',
      'partner export --format mermaid',
    ],
    run: async (...run) => (await import('../commands/export.ts')).exportPartnership(...run),
  },
];

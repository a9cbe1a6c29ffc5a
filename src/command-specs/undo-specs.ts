import { type CommandSpec, dryRun, type OptionSpec } from './command-spec.ts';

const yes: OptionSpec = {
  flags: '--yes',
  about: { en: 'without asking on a terminal', he: 'בלי לשאול במסוף' },
};

/** The commands that take commands back. */
export const undoSpecs: readonly CommandSpec[] = [
  {
    name: 'undo',
    group: 'daily',
    about: {
      en: 'take back the last command that changed files; again for the one before; --list shows them',
      he: 'לבטל את הפקודה האחרונה ששינתה קבצים, ובפעם הבאה את זו שלפניה; --list מראה אותן',
    },
    options: [
      {
        flags: '--list',
        about: {
          en: 'show what can be taken back and what can be done again',
          he: 'להראות מה אפשר לבטל ומה אפשר לבצע שוב',
        },
      },
      yes,
      dryRun,
    ],
    examples: ['partner undo', 'partner undo --dry-run', 'partner undo --list'],
    run: async (...run) => (await import('../commands/undo.ts')).undo(...run),
  },
  {
    name: 'redo',
    group: 'daily',
    about: { en: 'do again what undo took back last', he: 'לבצע שוב את מה שבוטל אחרון' },
    options: [yes, dryRun],
    examples: ['partner redo'],
    run: async (...run) => (await import('../commands/undo.ts')).redo(...run),
  },
];

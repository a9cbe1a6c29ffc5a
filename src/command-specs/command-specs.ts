import type { Bilingual } from '../core/problem.ts';
import type { CommandGroupName, CommandSpec } from './command-spec.ts';
import { entrySpecs } from './entry-specs.ts';
import { handoutSpecs } from './handout-specs.ts';
import { measureSpecs } from './measure-specs.ts';
import { stepSpecs } from './step-specs.ts';
import { toolSpecs } from './tool-specs.ts';
import { undoSpecs } from './undo-specs.ts';

/** Every command, in the order in which help lists them. To add one: name it in its group. */
export const commandSpecs: readonly CommandSpec[] = [
  ...stepSpecs,
  ...entrySpecs,
  ...measureSpecs,
  ...undoSpecs,
  ...handoutSpecs,
  ...toolSpecs,
];

const groupTitles: Readonly<Record<CommandGroupName, Bilingual>> = {
  start: { en: 'To start:', he: 'להתחלה:' },
  daily: { en: 'Day to day:', he: 'ביום־יום:' },
  measure: { en: 'To measure:', he: 'למדידה:' },
  look: { en: 'To look back, and over many:', he: 'מבט לאחור, ומבט על שותפויות רבות:' },
  'hand-out': { en: 'To hand out:', he: 'למסירה לאחרים:' },
  tools: { en: 'Checks and tools:', he: 'בדיקות וכלים:' },
};

/** The commands as the program's help lists them: what a newcomer needs comes first. */
export const commandGroups = Object.entries(groupTitles).map(([group, title]) => ({
  title,
  commands: commandSpecs.filter((spec) => (spec.group ?? 'tools') === group),
}));

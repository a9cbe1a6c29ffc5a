import type { CommandSpec } from './command-spec.ts';
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

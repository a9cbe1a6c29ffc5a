import type { OffsetProblem, ProblemCode, ProblemParams } from '../problem.ts';

/** One cell of a table: its text without the quotes around it, and where in the file it begins. */
export interface Cell {
  readonly text: string;
  /** An offset in the table's text, in UTF-16 units. */
  readonly at: number;
}

/** The rows of a table as they stand; the first is the header. Blank rows are none. */
export type Rows = readonly (readonly Cell[])[];

/** A problem at a cell. */
export function cellProblem(
  code: ProblemCode,
  { at }: Pick<Cell, 'at'>,
  params: ProblemParams = {},
): OffsetProblem {
  return { code, at, params };
}

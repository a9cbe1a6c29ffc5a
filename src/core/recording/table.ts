import type { ProblemCode, ProblemParams } from '../problem.ts';

/** One cell of a table: its text without the quotes around it, and where in the file it begins. */
export interface Cell {
  readonly text: string;
  /** An offset in the table's text, in UTF-16 units. */
  readonly at: number;
}

/** The rows of a table as they stand; the first is the header. Blank rows are none. */
export type Rows = readonly (readonly Cell[])[];

/** A problem at its cell. `lineOf` is the offset of something else that it names by its line. */
export interface CellProblem {
  readonly code: ProblemCode;
  readonly at: number;
  readonly params: ProblemParams;
  readonly lineOf?: number;
}

/** A problem at a cell. */
export function cellProblem(
  code: ProblemCode,
  { at }: Pick<Cell, 'at'>,
  params: ProblemParams = {},
): CellProblem {
  return { code, at, params };
}

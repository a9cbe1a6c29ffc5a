import { digitsOf } from '../measurement/decimal.ts';
import type { Inputs } from '../measurement/inputs.ts';

/**
 * Inputs as texts of exact digits: what `Inputs` holds, in a form that JSON keeps. Of what nothing was given nothing
 * stands here: in thousands of partnerships that is most.
 */
export type InputsText = Readonly<Partial<Record<keyof Inputs, string>>>;

const kinds = ['cash', 'time', 'inKind', 'management', 'total', 'hours', 'leveraged'] as const;

/** Inputs as texts. */
export function inputsTextOf(inputs: Inputs): InputsText {
  const texts: Partial<Record<keyof Inputs, string>> = {};
  for (const kind of kinds) if (!inputs[kind].eq(0)) texts[kind] = digitsOf(inputs[kind]);
  return texts;
}

/** The digits of one kind of input. */
export function digitsIn(inputs: InputsText, kind: keyof Inputs): string {
  return inputs[kind] ?? '0';
}

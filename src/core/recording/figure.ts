import { exactNumber } from '../plain-number.ts';
import type { ProblemParams } from '../problem.ts';
import type { ObservationProblemCode } from './problem.ts';

/** How much was observed: a plain value, or a part with the whole that it is a part of. */
export type Figure = { readonly value: number } | { readonly num: number; readonly den: number };

/** Why something given cannot be recorded, before it is known where it stood. */
export interface Refusal {
  readonly code: ObservationProblemCode;
  readonly params: ProblemParams;
}

/** Says whether something was refused. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'code' in outcome;
}

/** Reads `1200`, `0.5` or `42/60` as a person writes it; what would not survive as written is refused. */
export function readFigure(text: string): Figure | Refusal {
  const parts = text.split('/');
  const [part = '', whole] = parts;
  if (whole === undefined) {
    const value = exactNumber(text.trim());
    return value === undefined ? badForm(text) : { value };
  }
  return parts.length > 2 ? badForm(text) : readShare(part, whole);
}

/** Reads a part and its whole; a part is never negative nor above its whole, a whole never 0. */
export function readShare(part: string, whole: string): Figure | Refusal {
  const num = exactNumber(part.trim());
  if (num === undefined) return badForm(part);
  const den = exactNumber(whole.trim());
  if (den === undefined) return badForm(whole);
  if (den <= 0) return { code: 'whole-not-positive', params: { den } };
  if (num < 0) return { code: 'part-negative', params: { num } };
  if (num > den) return { code: 'part-above-whole', params: { num, den } };
  return { num, den };
}

/** A figure as a person would type it. */
export function figureText(figure: Figure): string {
  return 'value' in figure ? String(figure.value) : `${figure.num}/${figure.den}`;
}

const thousands = /^-?\d{1,3}(?:[,'’٬\u00a0\u202f ]\d{3})+(?:\.\d+)?$/;
const decimalComma = /^(-?\d+),(\d+)$/;

// What people write for numbers, with what to write instead where it is plain what was meant.
function badForm(given: string): Refusal {
  const text = given.trim();
  if (thousands.test(text)) return form('thousands', text, text.replace(/[^\d.-]/g, ''));
  if (decimalComma.test(text)) return form('decimal-comma', text, text.replace(',', '.'));
  if (/^-?\d+(?:\.\d+)?\s*%$/.test(text)) return form('percent', text);
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return form('digits', text);
  if (/^-?\d+(?:\.\d+)?[eE][-+]?\d+$/.test(text)) return form('exponent', text);
  return form('other', text);
}

function form(kind: string, text: string, instead?: string): Refusal {
  const params = { form: kind, text, ...(instead === undefined ? {} : { instead }) };
  return { code: 'figure-form', params };
}

import { calendarDatePattern, isCalendarDate } from '../calendar-date.ts';
import { idPattern } from '../id.ts';
import type { ProblemCode } from '../problem.ts';

/** The version of the folder's format that this program reads and writes. */
export const folderFormat = 1;

/** What a text or a number must obey beside being one, with the figures that the rule needs. */
export interface Rule {
  readonly rule: RuleName;
  readonly least?: number;
  readonly most?: number;
  readonly known?: number;
}

interface Law<T> {
  /** The problem that a value has which breaks the rule. */
  readonly problem: ProblemCode;
  readonly obeyed: (value: T, rule: Rule) => boolean;
}

/** The rules of text that one pattern says, for those who know patterns only: JSON Schema. */
const patterns = {
  'not-blank': /\S/,
  id: idPattern,
  date: calendarDatePattern,
  name: /^[a-z][a-z0-9_]{0,39}$/,
  link: /^(?:https?:\/\/[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+)$/,
  currency: /^[A-Z]{3}$/,
  seal: /^v1-sha256-[0-9a-f]{64}$/,
  'language-tag': /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
} as const;

const textLaws = {
  'not-blank': { problem: 'empty-text', obeyed: (text) => text.trim() !== '' },
  'short-enough': { problem: 'text-too-long', obeyed: (text, { most = 0 }) => text.length <= most },
  id: { problem: 'invalid-id', obeyed: (text) => patterns.id.test(text) },
  date: { problem: 'invalid-date', obeyed: isCalendarDate },
  name: { problem: 'invalid-name', obeyed: (text) => patterns.name.test(text) },
  link: { problem: 'invalid-link', obeyed: (text) => patterns.link.test(text) },
  currency: { problem: 'invalid-currency', obeyed: (text) => patterns.currency.test(text) },
  seal: { problem: 'invalid-seal', obeyed: (text) => patterns.seal.test(text) },
  'language-tag': {
    problem: 'invalid-value',
    obeyed: (text) => patterns['language-tag'].test(text),
  },
} satisfies Readonly<Record<string, Law<string>>>;

const numberLaws = {
  whole: { problem: 'not-whole-number', obeyed: (value) => Number.isInteger(value) },
  'in-range': {
    problem: 'out-of-range',
    obeyed: (value, { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) =>
      value >= least && value <= most,
  },
  'known-format': { problem: 'unsupported-format', obeyed: (value, { known }) => value === known },
} satisfies Readonly<Record<string, Law<number>>>;

export type RuleName = keyof typeof textLaws | keyof typeof numberLaws;

const laws = { ...textLaws, ...numberLaws } as unknown as Readonly<Record<RuleName, Law<unknown>>>;

/** Says whether a value obeys a rule; text rules are asked of text only, number rules of numbers. */
export function obeys(value: unknown, rule: Rule): boolean {
  return laws[rule.rule].obeyed(value, rule);
}

/** The code of the problem that breaking a rule is. */
export function problemOfRule(rule: RuleName): ProblemCode {
  return laws[rule].problem;
}

/** The pattern that says just what a rule of text says, as its source; `undefined` where none does. */
export function patternOfRule(rule: RuleName): string | undefined {
  return (patterns as Readonly<Partial<Record<RuleName, RegExp>>>)[rule]?.source;
}

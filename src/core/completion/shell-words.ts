/** The quotes that a word is in where the line ends; `plain` outside of all. */
export type Quoting = 'plain' | 'single' | 'double' | 'dollar-single';

/** A word as it stands on a command line. */
export interface ShellWord {
  /** The word as the shell would hand it over; what it would replace (`$HOME`) stays as it is written. */
  readonly value: string;
  /** How the word goes on behind the cursor; `plain` for all words but the last. */
  readonly quoting: Quoting;
  /** Whether the last sign is a backslash that waits for what it is to keep from its meaning. */
  readonly isEscaping: boolean;
}

interface Grammar {
  /** What a backslash is in each kind of quotes: the signs that it takes the meaning from; all where true. */
  readonly escapes: Readonly<Record<Quoting, RegExp | true | undefined>>;
  readonly hasDollarQuotes: boolean;
  /** What ends a word; to bash a space of another script is a letter. */
  readonly blank: RegExp;
}

const grammars: Readonly<Record<'bash' | 'fish', Grammar>> = {
  bash: {
    escapes: { plain: true, single: undefined, double: /[$`"\\\n]/, 'dollar-single': true },
    hasDollarQuotes: true,
    blank: /[ \t\n]/,
  },
  fish: {
    escapes: { plain: true, single: /['\\]/, double: /[$"\\\n]/, 'dollar-single': undefined },
    hasDollarQuotes: false,
    blank: /\s/,
  },
};

/**
 * Splits a command line up to the cursor into its words; the last one is being typed and may be empty.
 * Only quotes and backslashes are understood: nothing is replaced, and nothing is run.
 */
export function splitShellLine(line: string, shell: keyof typeof grammars): ShellWord[] {
  const { escapes, hasDollarQuotes, blank } = grammars[shell];
  const words: ShellWord[] = [];
  let value: string | undefined;
  let quoting: Quoting = 'plain';
  let isEscaping = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    const escapable = escapes[quoting];
    if (sign === '\\' && escapable !== undefined) {
      const next = line.charAt(at + 1);
      isEscaping = next === '';
      const isEscape = escapable === true || escapable.test(next);
      if (!isEscaping) value = (value ?? '') + (isEscape ? next : `\\${next}`);
      at += 1;
    } else if (quoting === 'plain' && blank.test(sign)) {
      if (value !== undefined) words.push({ value, quoting, isEscaping });
      value = undefined;
    } else if (quoting === 'plain' && hasDollarQuotes && sign === '$' && line.charAt(at + 1) === "'") {
      quoting = 'dollar-single';
      value ??= '';
      at += 1;
    } else if (opens(sign, quoting) !== undefined || closes(sign, quoting)) {
      quoting = opens(sign, quoting) ?? 'plain';
      value ??= '';
    } else {
      value = (value ?? '') + sign;
    }
  }
  return [...words, { value: value ?? '', quoting, isEscaping }];
}

function opens(sign: string, quoting: Quoting): Quoting | undefined {
  if (quoting !== 'plain') return undefined;
  if (sign === "'") return 'single';
  return sign === '"' ? 'double' : undefined;
}

function closes(sign: string, quoting: Quoting): boolean {
  return sign === (quoting === 'double' ? '"' : "'") && quoting !== 'plain';
}

// PowerShell takes typographical quotes for quotes.
const singles = /['\u2018\u2019\u201a\u201b]/;
const doubles = /["\u201c\u201d\u201e]/;

/** A word of a command line of PowerShell without its quotes and backticks; it may end in the middle. */
export function unquotePowerShell(text: string): string {
  let value = '';
  let quote: RegExp | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    if (sign === '`' && quote !== singles) {
      value += next;
      at += 1;
    } else if (quote?.test(sign)) {
      if (quote.test(next)) {
        value += next;
        at += 1;
      } else quote = undefined;
    } else if (quote === undefined && (singles.test(sign) || doubles.test(sign))) {
      quote = singles.test(sign) ? singles : doubles;
    } else value += sign;
  }
  return value;
}

import { type Candidate, goesOn, type Proposal } from '../../core/completion/candidate.ts';
import type { ShellWord } from '../../core/completion/shell-words.ts';
import { quoteForBash, quoteForPowerShell } from '../escape/shell-word.ts';
import { type Printable, printable } from '../printable.ts';
import { type Rendered, rendered, renderLines } from '../rendered.ts';
import { withoutMarks } from '../terminal/bidi.ts';

/** A candidate that a terminal shows just as it is: what would be inserted is what is seen. */
interface ShownCandidate {
  readonly value: Printable;
  readonly about: Printable | undefined;
}

// Longer ones are no names but texts, which nobody completes.
const longestValue = 300;
const longestAbout = 200;

/**
 * The candidates that can be offered. Names out of files may hold controls, line breaks or marks that turn the
 * order round: what could not be shown as it is, nobody should put on a command line unseen.
 */
function shownCandidates({ prefix, candidates }: Proposal): ShownCandidate[] {
  const seen = new Set<string>();
  return candidates.flatMap(({ value, about }: Candidate) => {
    const whole = `${prefix}${value}`;
    const shown = printable(whole);
    if (value === '' || shown !== whole || value.length > longestValue || seen.has(whole)) return [];
    seen.add(whole);
    // Shells know no marks of direction, and some show them.
    const text = shortened(
      withoutMarks(about ?? '')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
    return [{ value: shown, about: text === '' ? undefined : printable(text) }];
  });
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longestAbout ? text : `${characters.slice(0, longestAbout).join('')}…`;
}

// The first line: what the shell offers by its own means, and whether what stands before the `=` is the same in all.
function headLine({ prefix, paths }: Proposal): Printable {
  return printable(`${paths ?? 'words'}${prefix.endsWith('=') ? '=' : ''}`);
}

/** For zsh and fish, which filter and quote by themselves: a head, then `value TAB what it is`. */
export function describedReply(proposal: Proposal): Rendered {
  const lines = shownCandidates(proposal).map(({ value, about }) =>
    about === undefined ? value : `${value}\t${about}`,
  );
  return rendered(`${[headLine(proposal), ...lines].join('\n')}\n`);
}

/** The line in bash, as far as it is replaced. */
export interface BashPlace {
  readonly word: ShellWord;
  /** What a candidate takes the place of, as it is typed: the end of the word. */
  readonly replaced: string;
}

/** For bash, which neither filters nor quotes: a head, then what takes the place of what is typed. */
export function bashReply(proposal: Proposal, { word, replaced }: BashPlace): Rendered {
  const kept = word.isEscaping ? replaced.slice(0, -1) : replaced;
  const fitting = shownCandidates(proposal).filter(({ value }) => value.startsWith(word.value));
  const lines = fitting.map(({ value }) => {
    const rest = quoteForBash(printable(value.slice(word.value.length)), word.quoting);
    return printable(`${kept}${rest}${word.quoting === 'plain' && !goesOn(value) ? ' ' : ''}`);
  });
  const only = fitting.length === 1 && word.quoting !== 'plain' ? fitting[0]?.value : undefined;
  // Where there is one candidate, bash closes the quotes behind it. A second one keeps them open.
  if (only !== undefined && goesOn(only)) lines.push(printable(`${lines[0]}…`));
  return renderLines([headLine(proposal), ...lines]);
}

/** For PowerShell: JSON in ASCII, since its idea of the encoding of a program's output is anybody's guess. */
export function powerShellReply(proposal: Proposal, typed: string): Rendered {
  const fitting = shownCandidates(proposal).filter(({ value }) =>
    value.toLowerCase().startsWith(typed.toLowerCase()),
  );
  const results = fitting.map(({ value, about }) => ({
    text: quoteForPowerShell(value),
    item: value,
    about: about ?? value,
  }));
  const json = JSON.stringify(results);
  return rendered(
    `${json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
  );
}

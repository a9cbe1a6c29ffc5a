import type { HelpTerm } from '../help/help-page.ts';
import type { TopicBlock } from '../help/topic.ts';

/**
 * A text for a manual page: backslashes and leading dots are said, not obeyed; hyphens can be copied;
 * what stands between backticks is bold. One line, whatever breaks it had.
 */
export function roffText(text: string): string {
  const plain = text
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    // The only sign of ours that a terminal of ASCII has no other for.
    .replaceAll('…', '...')
    .replace(/`([^`]*)`/g, '\\fB$1\\fR');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}

/** A macro with one argument; quotes in it are doubled, as the language wants. */
export function macro(name: string, text: string): string {
  return `.${name} "${roffText(text).replaceAll('"', '""').replace(/^\\&/, '')}"`;
}

/** A paragraph. */
export function roffParagraph(text: string): string[] {
  return ['.PP', roffText(text)];
}

/** Terms with what they mean below each. */
export function roffTerms(terms: readonly HelpTerm[]): string[] {
  return terms.flatMap(({ term, about }) => ['.TP', `\\fB${escaped(term)}\\fR`, roffText(about)]);
}

/** Lines to be typed, as they stand. */
export function roffCommands(commands: readonly string[]): string[] {
  return ['.PP', '.RS 4', '.nf', ...commands.map(escaped), '.fi', '.RE'];
}

function escaped(text: string): string {
  const line = text
    .trim()
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('…', '...');
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

/** A part of an explanation; tables are for those who ask for one section. */
export function roffBlock(block: TopicBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [macro('SS', block.text)];
    case 'paragraph':
      return roffParagraph(block.text);
    case 'list':
      return block.items.flatMap((item) => ['.IP \\(bu 2', roffText(item)]);
    case 'terms':
      return roffTerms(block.terms);
    case 'commands':
      return roffCommands(block.commands);
    case 'table':
      return [];
  }
}

// Beyond 80 bytes tools for manual pages complain.
const longestLine = 78;

/** The length of a line as mandoc counts it: a letter beyond ASCII by its escape, `\[u05D0]`. */
function sourceLength(line: string): number {
  return Array.from(line).reduce((length, letter) => length + (letter > '~' ? 8 : 1), 0);
}

/**
 * The lines of a page as tools for manual pages want them: no paragraph right below a title, and no text
 * line that is too long, outside of what is shown as it stands.
 */
export function tidied(lines: readonly string[]): string[] {
  let isFilled = true;
  const kept = lines.filter((line, index) => line !== '.PP' || !/^\.S[HS]/.test(lines[index - 1] ?? ''));
  const wrapped = kept.flatMap((line) => {
    if (line === '.nf' || line === '.fi') isFilled = line === '.fi';
    return isFilled && !line.startsWith('.') ? brokenAtBlanks(line) : [line];
  });
  return [...wrapped, ''];
}

function brokenAtBlanks(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && sourceLength(`${last} ${word}`) <= longestLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(/^[.']/.test(word) ? `\\&${word}` : word);
  }
  return lines;
}

/** A stretch of a Markdown page: a block of code, fenced or indented, or what stands between two of these. */
export interface Stretch {
  readonly kind: 'code' | 'text';
  /** What stands behind the fence, such as `sh`; empty for indented code and for text. */
  readonly info: string;
  readonly lines: readonly string[];
  /** The line of its first line in the page, from 1. */
  readonly line: number;
}

/** The stretches of a page in their order. */
export function stretchesOf(page: string): Stretch[] {
  const stretches: { kind: Stretch['kind']; info: string; lines: string[]; line: number }[] = [];
  let fence: string | undefined;
  let before = '';
  let indented = false;
  for (const [index, line] of page.split('\n').entries()) {
    const isFence = line.startsWith('```');
    indented = /^ {4}/.test(line) ? indented || before === '' : indented && line === '';
    const kind = fence !== undefined || indented ? 'code' : 'text';
    if (isFence) fence = fence === undefined ? line.slice(3) : undefined;
    else {
      const last = stretches.at(-1);
      if (last?.kind === kind && before !== '```') last.lines.push(line);
      else stretches.push({ kind, info: fence ?? '', lines: [line], line: index + 1 });
    }
    before = isFence ? '```' : line;
  }
  return stretches;
}

/** What a page says outside of blocks of code. */
export function textOf(page: string): string {
  return stretchesOf(page)
    .filter(({ kind }) => kind === 'text')
    .map(({ lines }) => lines.join('\n'))
    .join('\n');
}

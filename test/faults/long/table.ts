/** One line of the table: what was tried, how often, and what went wrong. */
export interface Row {
  readonly trial: string;
  readonly states: number;
  readonly faults: number;
  readonly note: string;
}

/** Lays rows out as a table in Markdown, which is how docs/RELIABILITY.md shows them. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ trial, states, faults, note }) => [
    trial,
    states.toLocaleString('en'),
    String(faults),
    note,
  ]);
  const head = ['trial', 'states', 'faults', 'note'];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...lines.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...lines.map(line)].join('\n');
}

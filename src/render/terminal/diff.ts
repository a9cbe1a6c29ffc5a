import { structuredPatch } from 'diff';
import { printable } from '../printable.ts';
import { type Rendered, rendered } from '../rendered.ts';
import { loadLayout, type TerminalSettings } from './layout.ts';
import { renderLine } from './styled-line.ts';
import type { StyleName } from './theme.ts';

/** A file before and after; `before` is undefined for a new one, `after` for one that goes. */
interface FileVersions {
  readonly file: string;
  readonly before?: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

const styles: Readonly<Record<string, StyleName>> = { '+': 'good', '-': 'bad', '@': 'accent' };

/**
 * The difference between two versions of a file as a unified diff. Where nothing reorders lines (a
 * pipe), its words are those of the files, so that `patch` takes it.
 */
export async function renderDiff(
  { file, before, after }: FileVersions,
  settings: TerminalSettings,
): Promise<Rendered> {
  const decode = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const patch = structuredPatch(
    `a/${file}`,
    `b/${file}`,
    decode(before),
    decode(after),
    undefined,
    undefined,
    { context: 3 },
  );
  const lines = [
    `--- ${before === undefined ? '/dev/null' : `a/${file}`}`,
    `+++ ${after === undefined ? '/dev/null' : `b/${file}`}`,
    ...patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldLines === 0 ? 0 : oldStart},${oldLines} +${newLines === 0 ? 0 : newStart},${newLines} @@`,
      ...lines,
    ]),
  ];
  if (settings.width === undefined && settings.colorLevel === 0)
    return rendered(lines.map((line) => `${line}\n`).join(''));
  const layout = await loadLayout({ ...settings, direction: 'ltr' }, lines.join(''));
  const shown = lines.map((line) => {
    const style = /^(---|\+\+\+) /.test(line) ? 'strong' : styles[line[0] ?? ''];
    const segment = { text: printable(line.replace(/\r$/, '')), ...(style === undefined ? {} : { style }) };
    return `${renderLine([segment], 'ltr', layout).text}\n`;
  });
  return rendered(shown.join(''));
}

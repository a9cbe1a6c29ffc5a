import { trusted } from '../printable.ts';
import { type Rendered, rendered } from '../rendered.ts';
import { baseDirection } from './bidi.ts';
import { loadLayout, type TerminalSettings } from './layout.ts';
import { renderLine } from './styled-line.ts';

/**
 * Help as a Hebrew reader's terminal must get it: each text ordered by itself, while
 * flags and commands stay in their column on the left.
 */
export async function renderHelp(text: string, settings: TerminalSettings): Promise<Rendered> {
  const layout = await loadLayout({ ...settings, direction: 'ltr' }, text);
  const ordered = (piece: string) =>
    renderLine([{ text: trusted(piece) }], baseDirection(piece, 'rtl'), layout).text;
  const lines = text.split('\n').map((line) => {
    const [, term = '', about = line] = /^( +\S.*? {2,}| +)(.*)$/.exec(line) ?? [];
    return trusted(term) + ordered(about);
  });
  return rendered(lines.join('\n'));
}

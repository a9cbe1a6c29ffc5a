// node scripts/terminal-picture.js --mode visual|terminal [--columns 80] [--light] < ansi.txt > out.html
//
// Shows coloured terminal output as a page for a browser. `visual` imitates a terminal that does not
// reorder: every character goes to its own cell, in the order it was printed. `terminal` imitates one
// that does: each line is left to the browser's own bidirectional algorithm, from left to right.
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import stringWidth from 'string-width';
import { colouredLines } from './pictures/coloured-lines.js';

const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'visual' },
    columns: { type: 'string', default: '80' },
    light: { type: 'boolean', default: false },
  },
});

const dark = {
  back: '#1d1f27',
  front: '#d6d9e0',
  red: '#f07178',
  green: '#a5d46a',
  yellow: '#f5c35b',
  cyan: '#6cc7dd',
};
const light = {
  back: '#fbfbfa',
  front: '#2c2f36',
  red: '#c0272d',
  green: '#3d7d1f',
  yellow: '#94660a',
  cyan: '#0b7285',
};
const colors = values.light ? light : dark;
const colorCodes = { 31: colors.red, 32: colors.green, 33: colors.yellow, 36: colors.cyan };
const segmenter = new Intl.Segmenter();

function styleOf(look) {
  const color = look.color === undefined ? '' : `color:${colorCodes[look.color]};`;
  return `${color}${look.bold ? 'font-weight:bold;' : ''}${look.dim ? 'opacity:.55;' : ''}`;
}

function escapeHtml(source) {
  return source.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function cells(pieces) {
  let column = 0;
  return pieces
    .flatMap((piece) =>
      Array.from(segmenter.segment(piece.text), ({ segment }) => ({ segment, look: piece.look })),
    )
    .map(({ segment, look }) => {
      const width = stringWidth(segment);
      const cell = `<i style="left:${column}ch;width:${width}ch;${styleOf(look)}">${escapeHtml(segment)}</i>`;
      column += width;
      return cell;
    })
    .join('');
}

function runs(pieces) {
  return pieces
    .map(({ text: run, look }) => `<span style="${styleOf(look)}">${escapeHtml(run)}</span>`)
    .join('');
}

const source = await text(process.stdin);
const lines = colouredLines(source).map(
  (pieces) => `<div>${values.mode === 'terminal' ? runs(pieces) : cells(pieces)}</div>`,
);

console.log(`<!doctype html>
<meta charset="utf-8">
<title>Terminal</title>
<style>
/* Hebrew letters of the same width as the Latin ones, or lines that the browser orders drift apart. */
@font-face { font-family: Cells; src: local("Miriam Mono CLM Book"), local("MiriamMonoCLM-Book"); unicode-range: U+590-5FF; }
@font-face { font-family: Cells; font-weight: bold; src: local("Miriam Mono CLM Bold"), local("MiriamMonoCLM-Bold"); unicode-range: U+590-5FF; }
body { margin: 0; padding: 1.2em; background: ${colors.back}; color: ${colors.front}; }
main { width: ${Number(values.columns)}ch; font: 16px/1.35 Cells, "Liberation Mono", "DejaVu Sans Mono", monospace;
  border-right: 1px dotted color-mix(in srgb, ${colors.front} 25%, transparent); }
div { position: relative; height: 1.35em; direction: ltr; white-space: pre; }
i { position: absolute; font-style: normal; text-align: center; direction: ltr; unicode-bidi: bidi-override; }
</style>
<main>
${lines.join('\n')}
</main>`);

// Draws what a terminal showed as an SVG that looks the same wherever it is shown: nothing in it depends on
// how wide the letters of a font are, nor on who orders right-to-left text.
import stringWidth from 'string-width';
import { colouredLines } from './coloured-lines.js';
import { drawingOf } from './drawn-characters.js';

const cell = { width: 8.4, height: 19 };
const margin = { left: 18, top: 44, bottom: 16 };
// From the top of a line to where its letters stand.
const baseline = 14;
const colours = { 31: '#f07178', 32: '#a5d46a', 33: '#f5c35b', 36: '#6cc7dd' };
const segmenter = new Intl.Segmenter();

/** The picture of coloured output below the command that printed it, in a window of some columns. */
export function terminalSvg(output, { command, columns }) {
  const lines = [
    [
      { text: '$ ', look: { dim: true } },
      { text: command, look: { bold: true } },
    ],
    ...colouredLines(output),
  ];
  const width = number(margin.left * 2 + columns * cell.width);
  const height = number(margin.top + lines.length * cell.height + margin.bottom);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeXml(command)}</title>
<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; fill: #d6d9e0; white-space: pre; }
path { stroke: #d6d9e0; fill: none; }
rect { fill: #d6d9e0; }
.c { text-anchor: middle; direction: ltr; unicode-bidi: bidi-override; }
.b { font-weight: bold; }
.d { opacity: .6; }
${Object.entries(colours)
  .map(
    ([code, colour]) =>
      `text.k${code}, rect.k${code} { fill: ${colour}; } path.k${code} { stroke: ${colour}; }`,
  )
  .join('\n')}
</style>
<rect width="${width}" height="${height}" rx="9" style="fill:#1d1f27"/>
<circle cx="20" cy="19" r="6" fill="#f07178"/><circle cx="40" cy="19" r="6" fill="#f5c35b"/><circle cx="60" cy="19" r="6" fill="#a5d46a"/>
${lines.map((pieces, index) => drawLine(pieces, margin.top + index * cell.height)).join('\n')}
</svg>
`;
}

function drawLine(pieces, top) {
  const runs = [];
  let column = 0;
  for (const { text, look } of pieces) {
    for (const { segment } of segmenter.segment(text)) {
      const width = stringWidth(segment);
      const last = runs.at(-1);
      const kind = kindOf(segment);
      const goesOn = last?.kind === kind && last.look === look && last.end === column && kind !== 'odd';
      if (goesOn) last.segments.push(segment);
      else runs.push({ kind, look, column, segments: [segment] });
      column += width;
      runs.at(-1).end = column;
    }
  }
  return joinWords(runs)
    .map((run) => drawRun(run, top))
    .join('');
}

/** How a character is drawn: as a letter of a word, on its own in its cell, as lines, or not at all. */
function kindOf(segment) {
  if (segment === ' ') return 'space';
  if (drawingOf(segment) !== undefined) return 'drawn';
  if (/^[\u0021-\u024f]$/.test(segment)) return 'word';
  return segment.length === 1 ? 'cells' : 'odd';
}

/** Words of one look with one space between them are one run: fewer, and a reader can mark them together. */
function joinWords(runs) {
  const joined = [];
  for (const [index, run] of runs.entries()) {
    const last = joined.at(-1);
    const next = runs[index + 1];
    const isGap = run.kind === 'space' && run.segments.length === 1;
    if (isGap && last?.kind === 'word' && next?.kind === 'word' && next.look === last.look) {
      last.segments.push(' ');
      last.end = run.end;
    } else if (
      run.kind === 'word' &&
      last?.kind === 'word' &&
      last.end === run.column &&
      last.look === run.look
    ) {
      last.segments.push(...run.segments);
      last.end = run.end;
    } else if (run.kind !== 'space') joined.push(run);
  }
  return joined;
}

function drawRun({ kind, look, column, end, segments }, top) {
  const left = margin.left + column * cell.width;
  if (kind === 'drawn') {
    return segments
      .map((segment, index) =>
        drawingOf(segment)({ ...cell, left: left + index * cell.width, top, look: classOf(look) }),
      )
      .join('');
  }
  const y = number(top + baseline);
  if (kind === 'word' && segments.length > 1) {
    const length = number((end - column) * cell.width);
    return `<text${classOf(look)} x="${number(left)}" y="${y}" textLength="${length}">${escapeXml(segments.join(''))}</text>`;
  }
  // Each in an element of its own: not every program that shows SVG knows a list of places in one.
  const step = ((end - column) / segments.length) * cell.width;
  const middle = (index) => number(left + (index + 0.5) * step);
  return segments
    .map(
      (segment, index) =>
        `<text${classOf(look, 'c')} x="${middle(index)}" y="${y}">${escapeXml(segment)}</text>`,
    )
    .join('');
}

function classOf({ bold, dim, color }, ...more) {
  const names = [...more, bold && 'b', dim && 'd', color !== undefined && `k${color}`].filter(Boolean);
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function number(value) {
  return Number(value.toFixed(1));
}

function escapeXml(source) {
  return source.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

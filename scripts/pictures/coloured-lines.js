// Reads the colours of terminal output.

/**
 * The lines of coloured terminal output, each as pieces of text with the look that holds there:
 * `{ bold, dim, color }`, where a colour is the number of its code (32 is green).
 */
export function colouredLines(output) {
  let look = {};
  return output
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const parsed = parseLine(line, look);
      look = parsed.look;
      return parsed.pieces;
    });
}

function parseLine(line, look) {
  const pieces = [];
  let state = look;
  for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
    const codes = /^\x1b\[([\d;]*)m$/.exec(part);
    if (codes !== null) state = codes[1].split(';').reduce(applyCode, state);
    else if (part !== '') pieces.push({ text: part, look: state });
  }
  return { pieces, look: state };
}

function applyCode(look, code) {
  const number = Number(code);
  if (number === 0) return {};
  if (number === 1) return { ...look, bold: true };
  if (number === 2) return { ...look, dim: true };
  if (number === 22) return { ...look, bold: false, dim: false };
  if (number === 39) return { ...look, color: undefined };
  return { ...look, color: number >= 31 && number <= 36 ? number : look.color };
}

// Lines and blocks of a terminal, drawn: the fonts of different machines leave different gaps between them.

// Which of the four arms of a cell a line has: left, right, up, down.
const lines = {
  '─': 'lr',
  '━': 'lr',
  '┄': 'lr',
  '│': 'ud',
  '┴': 'lru',
  '┬': 'lrd',
  '├': 'rud',
  '┤': 'lud',
  '┼': 'lrud',
};
const dashes = { '┄': ' stroke-dasharray="2 2"' };
const widths = { '━': 3 };
const shades = { '░': 0.25, '▒': 0.5, '▓': 0.75 };

/** What draws a character in a cell `{ left, top, width, height, look }`; `undefined` where a font does. */
export function drawingOf(character) {
  if (lines[character] !== undefined) return (cell) => lineIn(cell, character);
  if (shades[character] !== undefined) return (cell) => blockIn(cell, 1, shades[character]);
  const eighths = character.length === 1 ? character.charCodeAt(0) - 0x2580 : 0;
  return eighths >= 1 && eighths <= 8 ? (cell) => blockIn(cell, eighths / 8, 1) : undefined;
}

function lineIn({ left, top, width, height, look }, character) {
  const middle = { x: left + width / 2, y: top + height / 2 };
  const ends = {
    l: [left, middle.y],
    r: [left + width, middle.y],
    u: [middle.x, top],
    d: [middle.x, top + height],
  };
  const arms = [...lines[character]].map((arm) => `M${point(middle.x, middle.y)}L${point(...ends[arm])}`);
  const path = lines[character] === 'lr' ? `M${point(...ends.l)}L${point(...ends.r)}` : arms.join('');
  return `<path${look} d="${path}" stroke-width="${widths[character] ?? 1}"${dashes[character] ?? ''}/>`;
}

function blockIn({ left, top, width, height, look }, part, opacity) {
  const tall = (height - 4) * part;
  const strength = opacity === 1 ? '' : ` fill-opacity="${opacity}"`;
  return `<rect${look} x="${round(left)}" y="${round(top + height - 2 - tall)}" width="${round(width + 0.1)}" height="${round(tall)}"${strength}/>`;
}

function point(x, y) {
  return `${round(x)} ${round(y)}`;
}

function round(value) {
  return Number(value.toFixed(1));
}

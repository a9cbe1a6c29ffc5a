const leftToRight = '\u200e';
const rightToLeft = '\u200f';

/**
 * Puts invisible direction marks into the right-to-left parts of a Markdown page, so that it reads right where
 * Markdown is shown without styles of ours. GitHub takes the direction of a paragraph, a heading and a list from
 * their first letter, and lets `--json` read as `json--` among Hebrew words. Running it again changes nothing.
 */
export function markDirections(text: string): string {
  let inDiv = false;
  let inFence = false;
  let before = '';
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) inFence = !inFence;
      if (!inFence && line === '<div dir="rtl">') inDiv = true;
      if (!inFence && line === '</div>') inDiv = false;
      const marked =
        inDiv && !inFence && !line.startsWith('<') ? markLine(line, isBlockStart(line, before)) : line;
      before = line;
      return marked;
    })
    .join('\n');
}

function isBlockStart(line: string, before: string): boolean {
  if (/^(#|- |\d+\. )/.test(line)) return true;
  return line !== '' && !/^[|\s]/.test(line) && /^(|<.*|#.*)$/.test(before);
}

function markLine(line: string, isStart: boolean): string {
  const marked = line
    .replace(/`,\u200f? (?=\u200e?`)/g, `\`,${rightToLeft} `)
    .replace(/\u200e?`([^`]+)`\u200e?/g, (span, code: string) => {
      if (/[\u0590-\u05ff]/.test(code)) return span;
      const start = /^[A-Za-z]/.test(code) ? '' : leftToRight;
      const end = /[A-Za-z]$/.test(code) ? '' : leftToRight;
      return `${start}\`${code}\`${end}`;
    });
  if (!isStart || !startsLeftToRight(marked)) return marked;
  return marked.replace(/^(#+ |- |\d+\. )?/, (lead) => `${lead}${rightToLeft}`);
}

/**
 * Whether the first letter, or mark of direction, of what a reader sees is not of a right-to-left script. A
 * picture has no letters, and stands on the left without a mark.
 */
function startsLeftToRight(line: string): boolean {
  if (line.startsWith('![')) return true;
  const seen = line.replace(/\]\([^)]*\)/g, ']').replace(/<[^>]*>/g, '');
  const first = /[\p{L}\u200e\u200f]/u.exec(seen)?.[0];
  return first !== undefined && !/[\u0590-\u05ff\u200f]/.test(first);
}

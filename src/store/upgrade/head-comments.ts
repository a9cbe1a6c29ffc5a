/**
 * A stage file with the comments that `init` puts at its head brought from those of one template to those of
 * another, line by line: a line that somebody changed or took out stays as they left it.
 */
export function withHeadOf(text: string, was: readonly string[], is: readonly string[]): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !/^\s*(?:#.*)?\r?$/.test(line));
  const head = lines.slice(0, end < 0 ? lines.length : end);
  const rest = lines.slice(head.length);
  const [before, after] = [was.map(commentLine), is.map(commentLine)];
  const find = (line: string | undefined) =>
    line === undefined ? -1 : head.findIndex((one) => one.trimEnd() === line);
  const ending = head.some((line) => line.endsWith('\r')) ? '\r' : '';
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [old, next] = [before[index], after[index]];
    if (old === next) continue;
    const at = find(old);
    if (at >= 0) head.splice(at, 1, ...(next === undefined ? [] : [next + ending]));
    else if (old === undefined && next !== undefined) {
      const above = find(after[index - 1]);
      if (above >= 0) head.splice(above + 1, 0, next + ending);
    }
  }
  return [...head, ...rest].join('\n');
}

function commentLine(text: string): string {
  return `# ${text.replace(/[\r\n]+/g, ' ')}`.trimEnd();
}

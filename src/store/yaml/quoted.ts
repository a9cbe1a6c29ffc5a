// What may follow a backslash in double quotes (YAML 1.2.2, 5.7). A CR stands only before a LF here.
const validEscape =
  /\\(?:[0abtnvfreN_LP "/\\\t\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})/y;

/**
 * Whether a quoted scalar's source ends with its own closing quote. yaml takes `"a\"` and `'a''`
 * at the end of a text for closed, so what stands before the last quote is counted here.
 */
export function isClosed(source: string): boolean {
  const quote = source[0] ?? '';
  if (source.length < 2 || !source.endsWith(quote)) return false;
  const before = quote === '"' ? '\\' : "'";
  let run = 0;
  for (let at = source.length - 2; at > 0 && source[at] === before; at -= 1) run += 1;
  return run % 2 === 0;
}

/**
 * The offsets, within a double-quoted scalar's source, of backslashes that begin no escape of
 * YAML. yaml throws and catches for each of them, which takes seconds where there are many.
 */
export function badEscapes(source: string): number[] {
  const found: number[] = [];
  let at = source.indexOf('\\');
  while (at !== -1) {
    validEscape.lastIndex = at;
    const length = validEscape.exec(source)?.[0].length;
    if (length === undefined) found.push(at);
    at = source.indexOf('\\', at + (length ?? 1));
  }
  return found;
}

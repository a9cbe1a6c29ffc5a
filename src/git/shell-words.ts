/** A word as a POSIX shell takes it for that very text. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** How this program is started: its interpreter and its script, both by their full paths. */
export interface ProgramPath {
  readonly node: string;
  readonly script: string;
}

/**
 * A line of shell that runs this program with the given words: the very copy that wrote the line, for
 * programs with windows know no PATH of yours; else a `partner` on the PATH; else `otherwise`. One that is
 * gone must never look to git like a merge that was done.
 */
export function programCall({ node, script }: ProgramPath, words: string, otherwise: string): string {
  const [interpreter, program] = [shellWord(node), shellWord(script)];
  return [
    `if [ -x ${interpreter} ] && [ -f ${program} ]; then ${interpreter} ${program} ${words};`,
    `elif command -v partner >/dev/null 2>&1; then partner ${words};`,
    `else ${otherwise}; fi`,
  ].join(' ');
}

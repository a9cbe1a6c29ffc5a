import { slashPath } from '../core/file-path.ts';

/** A word as a POSIX shell takes it for that very text. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** How this program is started: its interpreter and its script, by their full paths; an executable is both. */
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
  const [interpreter, program] = [node, script].map((path) => shellWord(slashPath(path)));
  const [isThere, call] =
    node === script
      ? [`[ -x ${interpreter} ]`, interpreter]
      : [`[ -x ${interpreter} ] && [ -f ${program} ]`, `${interpreter} ${program}`];
  return [
    `if ${isThere}; then ${call} ${words};`,
    `elif command -v partner >/dev/null 2>&1; then partner ${words};`,
    `else ${otherwise}; fi`,
  ].join(' ');
}

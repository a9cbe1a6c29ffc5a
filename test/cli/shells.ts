import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../folders.ts';
import { program } from './program.ts';
import { runAnyInTerminal } from './terminal.ts';

/** What became of a line that was typed: the words that the command was given, and all that the terminal showed. */
export interface TypedLine {
  readonly words: readonly string[];
  readonly shown: string;
}

interface Shell {
  readonly path: string;
  /** Starts the shell with the settings in a folder and nobody's own. */
  readonly argv: (home: string) => readonly string[];
  /** Where its settings go, and what they are: a prompt, and `partner`. */
  readonly file: string;
  readonly settings: (load: string) => string;
}

// What stands behind the words that were told: see tell-words.cjs.
const done = '<<done>>';

const tell = join(import.meta.dirname, 'tell-words.cjs');

// Called back by the completion it is the program; called by the line that was typed, it tells its words.
const posix = `partner() {
  if [ "$1" = __complete ]; then "${process.execPath}" "${program}" "$@"; else "${process.execPath}" "${tell}" "$@"; fi
}
`;

const shells = {
  bash: {
    path: '/usr/bin/bash',
    argv: (home) => ['/usr/bin/bash', '--noprofile', '--rcfile', join(home, 'rc.bash'), '-i'],
    file: 'rc.bash',
    settings: (load) => `${posix}${load}
bind 'set show-all-if-ambiguous on'; bind 'set completion-query-items 0'; bind 'set page-completions off'
bind 'set enable-bracketed-paste off'; bind 'set bell-style none'
PS1='ready> '
`,
  },
  zsh: {
    path: '/usr/bin/zsh',
    argv: () => ['/usr/bin/zsh', '-d', '-i'],
    file: '.zshrc',
    settings: (load) => `fpath=("$ZDOTDIR" $fpath)
autoload -Uz compinit && compinit -D -u
${posix}${load}
unsetopt auto_menu beep
unset zle_bracketed_paste
PS1='ready> '
`,
  },
  fish: {
    path: '/usr/bin/fish',
    argv: () => ['/usr/bin/fish', '-i'],
    file: 'fish/config.fish',
    settings: (load) => `set fish_greeting
function fish_prompt; printf 'ready> '; end
function partner
  if test "$argv[1]" = __complete; "${process.execPath}" "${program}" $argv; else; "${process.execPath}" "${tell}" $argv; end
end
${load}
`,
  },
} satisfies Record<string, Shell>;

export type ShellName = keyof typeof shells;

/** Whether a shell is on this machine. */
export function hasShell(name: ShellName): boolean {
  return existsSync(shells[name].path);
}

/**
 * Types lines into a real shell in a real terminal and gives what became of each. `load` is how its settings
 * get the completion; keys are those of a keyboard: `\t` completes, and Enter is pressed at the end.
 */
export function typeInto(
  name: ShellName,
  cwd: string,
  load: string,
  lines: readonly string[],
  files: Readonly<Record<string, string>>,
): TypedLine[] {
  const shell: Shell = shells[name];
  const home = newFolder();
  for (const [file, text] of Object.entries({ ...files, [shell.file]: shell.settings(load) })) {
    mkdirSync(join(home, file, '..'), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  // Some shells draw their prompt more than once: only the first is waited for, then each answer.
  const ends = ['ready> ', ...lines.map(() => done)];
  const steps = [...lines.map((line) => `${line}\r`), 'exit\r'].map((type, index) => ({
    after: ends[index] ?? done,
    type,
  }));
  const { shown } = runAnyInTerminal(cwd, shell.argv(home), {
    columns: 200,
    seconds: 280,
    rows: 200,
    steps,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      ZDOTDIR: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      TERM: 'dumb',
      LANG: 'C.UTF-8',
      PARTNER_TODAY: '2026-11-20',
      PARTNER_LANG: 'en',
    },
  });
  return shown.split(done, lines.length).map((text) => {
    const words = /<<(.*)>>/.exec(text)?.[1];
    return { words: words === undefined ? [] : JSON.parse(words), shown: text };
  });
}

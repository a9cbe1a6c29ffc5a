import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { type Stretch, stretchesOf } from './markdown.ts';

/** One command of a page, the line that it stands in, and what the page shows of its output, if anything. */
export interface Typed {
  readonly command: string;
  readonly line: number;
  readonly shown: readonly string[] | undefined;
}

/**
 * What a reader of a page types, in its order: each line of its `sh` blocks, and what stands behind `$ ` in its
 * `console` blocks, where the lines below show the output and `…` stands for some of it.
 */
export function typedIn(page: string): Typed[] {
  return stretchesOf(page).flatMap(typedInStretch);
}

/** What a reader types of one block of code: nothing where it is no block to type from. */
export function typedInStretch({ info, lines, line }: Stretch): Typed[] {
  if (info !== 'sh' && info !== 'console') return [];
  const typed: { command: string; line: number; shown: string[] | undefined }[] = [];
  let goesOn = false;
  for (const [index, text] of lines.entries()) {
    const last = typed.at(-1);
    if (goesOn && last !== undefined) last.command += `\n${text}`;
    else if (info === 'sh' && text !== '')
      typed.push({ command: text, line: line + index, shown: undefined });
    else if (text.startsWith('$ ')) typed.push({ command: text.slice(2), line: line + index, shown: [] });
    else last?.shown?.push(text);
    goesOn = text.endsWith('\\') && (goesOn || info === 'sh' || text.startsWith('$ '));
  }
  return typed;
}

/** A shell for a reader of the documentation: a home of its own, an identity for git, and `partner` on the path. */
export class Reader {
  readonly home = newFolder();
  private folder = this.home;
  private readonly env: Record<string, string>;

  constructor(today: string, settings: Record<string, string> = {}) {
    const bin = join(newFolder(), 'bin');
    mkdirSync(bin);
    symlinkSync(program, join(bin, 'partner'));
    const name = { GIT_AUTHOR_NAME: 'Noa Barak', GIT_COMMITTER_NAME: 'Noa Barak' };
    const mail = { GIT_AUTHOR_EMAIL: 'noa@example.org', GIT_COMMITTER_EMAIL: 'noa@example.org' };
    const day = { GIT_AUTHOR_DATE: `${today}T09:00:00Z`, GIT_COMMITTER_DATE: `${today}T09:00:00Z` };
    const path = `${bin}:${process.env.PATH}`;
    this.env = {
      PATH: path,
      HOME: this.home,
      LANG: 'C.UTF-8',
      PARTNER_TODAY: today,
      ...name,
      ...mail,
      ...day,
      ...settings,
    };
  }

  /** Types one command; what it printed on both streams, in the order of a terminal, and its exit code. */
  type(command: string): { code: number | null; printed: string } {
    const script = `{ ${command}\n} 2>&1; code=$?; pwd > "$HOME/.folder"; exit $code`;
    const { status, stdout } = spawnSync('sh', ['-c', script], {
      cwd: this.folder,
      env: this.env,
      encoding: 'utf8',
    });
    this.folder = readFileSync(join(this.home, '.folder'), 'utf8').trim();
    return { code: status, printed: stdout };
  }
}

/** Whether lines are what was printed, where each `…` stands for any number of lines. */
export function shows(shown: readonly string[], printed: string): boolean {
  const escaped = shown.map((line) =>
    line === '…' ? '(?:.*\n)*' : `${line.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ ]*\n`,
  );
  return new RegExp(`^${escaped.join('')}$`).test(printed);
}

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { program } from '../../cli/program.ts';

const hook = fileURLToPath(new URL('hook.cjs', import.meta.url));

/** One file operation of the program in its folder; `changes` tells whether the disk differs after it. */
export interface ProgramOperation {
  readonly name: string;
  readonly changes: boolean;
}

/** What happens at which of the program's operations; number 0 is none. */
export interface Strike {
  readonly at: number;
  readonly kind: string;
}

export interface Ended {
  /** Its exit code, or the signal that ended it. */
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in a folder to its end, on a day and in a language that are told. */
export function ran(
  command: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [name = '', ...words] = command;
    const child = spawn(name, words, {
      cwd,
      env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-03-01', PARTNER_LANG: 'en', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (text) => {
      texts.out += text;
    });
    child.stderr.on('data', (text) => {
      texts.err += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...texts }));
  });
}

/** Runs the built program as a shell would. */
export function ranProgram(args: readonly string[], cwd: string): Promise<Ended> {
  return ran([process.execPath, program, ...args], cwd);
}

/** Runs the built program with a strike in it; `script` may stand in for the program. */
export function ranStruck(
  args: readonly string[],
  cwd: string,
  { at, kind }: Strike,
  script: string = program,
): Promise<Ended> {
  const env = { PARTNER_FAULT_ROOT: cwd, PARTNER_FAULT_AT: String(at), PARTNER_FAULT_KIND: kind };
  return ran([process.execPath, '--require', hook, script, ...args], cwd, env);
}

/** Runs the built program untouched and gives its file operations in `cwd`, in order. */
export async function operationsOf(
  args: readonly string[],
  cwd: string,
  script: string = program,
): Promise<{ ended: Ended; operations: ProgramOperation[] }> {
  const log = `${cwd}.log`;
  const env = { PARTNER_FAULT_ROOT: cwd, PARTNER_FAULT_LOG: log };
  const ended = await ran([process.execPath, '--require', hook, script, ...args], cwd, env);
  const operations = JSON.parse(readFileSync(log, 'utf8')) as ProgramOperation[];
  rmSync(log);
  return { ended, operations };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { PartnerError } from '../core/partner-error.ts';
import type { Environment } from './environment.ts';
import { gitProgram } from './git-program.ts';

/** What a run of git left behind. */
export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  /** What git said, in English, without the ends of its lines. */
  readonly complaint: string;
}

/** Where git is run, and with which environment: the caller says what it may do. */
export interface GitRun {
  readonly folder: string;
  readonly env: Environment;
  /** Given on stdin; without it stdin is closed. */
  readonly input?: string | Uint8Array;
}

/**
 * Runs git to its end, without a shell. Whatever its exit code, it is the caller's to judge; throws
 * `git-missing` where there is no git to run.
 */
export async function runGit(args: readonly string[], { folder, env, input }: GitRun): Promise<GitOutcome> {
  const child = spawn(gitProgram(env), args, {
    cwd: folder,
    env: env as NodeJS.ProcessEnv,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  if (input !== undefined) {
    // A git that ends early reads no more; its exit code tells of it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  }
  const code = await exitCodeOf(child);
  return { code, stdout: Buffer.concat(out), complaint: Buffer.concat(said).toString('utf8').trim() };
}

/** Waits for the end of a child process; one that was killed counts as failed. Throws `git-missing`. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') reject(new PartnerError('git-missing', {}, { cause }));
      else reject(new PartnerError('git-failed', { reason: cause.code ?? cause.message }, { cause }));
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The refusal of git in the words that it gave: the first line that says what was fatal. */
export function gitFailure(complaint: string): PartnerError {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^(fatal|error):/.test(one)) ?? lines[0] ?? '';
  return new PartnerError('git-failed', { reason: line.replace(/^(fatal|error): /, '') });
}

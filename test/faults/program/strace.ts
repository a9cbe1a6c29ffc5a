import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { program } from '../../cli/program.ts';
import { type Ended, ran } from './struck.ts';

/** The system calls that a writing command makes, with the names that other processors have for them. */
const systemCalls = [
  ...['openat', 'write', 'fsync', 'close', 'fchmod', 'fchown'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat'],
  ...['mkdir', 'mkdirat', 'rmdir'],
];

/** One system call of the program's main thread that concerns its folder: the `count`-th of its name. */
export interface SystemCall {
  readonly name: string;
  readonly count: number;
}

/** Why nothing can be tried with strace on this machine; `undefined` where it can. */
export function whyNoStrace(): string | undefined {
  const { error, status, stderr } = spawnSync('strace', ['-f', '-qq', '-e', 'trace=none', 'true'], {
    encoding: 'utf8',
  });
  if (error !== undefined) return 'there is no strace';
  return status === 0 ? undefined : `strace may not trace: ${stderr.trim()}`;
}

/** Runs the built program under strace and gives the calls that concern `cwd`, in order. */
export async function systemCallsOf(args: readonly string[], cwd: string): Promise<SystemCall[]> {
  const { lines } = await traced(args, cwd, systemCalls.map((name) => `?${name}`).join(','), []);
  const main = /^\d+/.exec(lines[0] ?? '')?.[0];
  const counts = new Map<string, number>();
  return lines.flatMap((line) => {
    const name = new RegExp(`^${main} +(\\w+)\\(`).exec(line)?.[1];
    if (name === undefined) return [];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const isRead = name === 'openat' && !line.includes('O_CREAT');
    return line.includes(cwd) && !isRead ? [{ name, count }] : [];
  });
}

/**
 * Runs the built program and lets strace kill it at one call (`signal=SIGKILL`), or make that fail
 * (`error=EIO`). `isHit` says whether it was a call on `cwd`: Node's own may come in another order.
 */
export async function ranTampered(
  args: readonly string[],
  cwd: string,
  { name, count }: SystemCall,
  tampering: string,
): Promise<{ ended: Ended; isHit: boolean }> {
  const { ended, lines } = await traced(args, cwd, name, ['-e', `inject=${name}:${tampering}:when=${count}`]);
  if (tampering.startsWith('signal')) return { ended, isHit: ended.code === 'SIGKILL' };
  const struck = lines.filter((line) => line.includes('(INJECTED)'));
  return { ended, isHit: struck.length > 0 && struck.every((line) => line.includes(cwd)) };
}

async function traced(
  args: readonly string[],
  cwd: string,
  calls: string,
  options: readonly string[],
): Promise<{ ended: Ended; lines: string[] }> {
  const log = `${cwd}.strace`;
  const strace = ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${calls}`, ...options];
  const ended = await ran([...strace, process.execPath, program, ...args], cwd);
  const lines = readFileSync(log, 'utf8').split('\n');
  rmSync(log);
  return { ended, lines };
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built program, as a shell would start it. */
export const program = fileURLToPath(new URL('../../bin/partner.js', import.meta.url));

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program in a folder, without a terminal, on a day that is told. */
export function run(cwd: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-03-01', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs the program and reads its JSON, which must be all that stands on stdout. */
export function runJson(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
): { code: number | null; json: unknown } {
  const { code, out } = run(cwd, [...args, '--json'], env);
  return { code, json: JSON.parse(out) };
}

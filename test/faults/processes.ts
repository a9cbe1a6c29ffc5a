import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/** Bundles a worker into a new folder that every user may read, and gives the bundle's path. */
export async function bundleWorker(entry = 'worker.ts'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-worker-'));
  chmodSync(folder, 0o755);
  const outfile = join(folder, 'worker.mjs');
  await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Packages that are CommonJS ask for Node's own modules in its way.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}

export interface Worker {
  readonly pid: number;
  readonly child: ChildProcessWithoutNullStreams;
  /** The lines it printed so far. */
  readonly lines: string[];
  readonly said: (line: string, times?: number) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

export function startWorker(command: readonly string[]): Worker {
  const [program = '', ...values] = command;
  const child = spawn(program, values, { stdio: 'pipe' });
  const lines: string[] = [];
  let notify = () => {};
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    notify();
  });
  child.stderr.on('data', (text) => lines.push(`stderr: ${text}`));
  const ended = new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  const said = (line: string, times = 1) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (lines.filter((each) => each === line).length >= times) resolve();
      };
      notify = look;
      ended.then(() => reject(new Error(`ended without ${line}: ${lines.join('; ')}`)), reject);
      look();
    });
  if (child.pid === undefined) throw new Error(`cannot start ${program}`);
  return { pid: child.pid, child, lines, said, ended };
}

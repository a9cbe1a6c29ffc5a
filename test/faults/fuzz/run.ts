import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a run of the fuzzer found; `slowest.seconds` are of CPU, `mebibytes` the largest resident size. */
export interface FuzzFigures {
  readonly inputs: number;
  readonly sound: number;
  readonly slowest: { readonly seconds: number; readonly input: number };
  readonly mebibytes: number;
  readonly faults: readonly string[];
}

/** What a run examines: the inputs `from` to below `to` of a seed. */
export interface FuzzRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

const project = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Examines inputs in a process of its own, whose heap may grow to 200 MB and no further. A process
 * that hangs (one input may take a second of CPU, and the machine may have others to serve) or dies
 * is a fault of the input it was at, and the next process goes on behind it.
 */
export async function fuzz(
  script: string,
  { seed, from, to }: FuzzRange,
  hangMs: number = 30_000,
): Promise<FuzzFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-fuzz-'));
  const { output, ended, at } = await watched(
    [script, project, folder, String(seed), String(from), String(to)],
    folder,
    hangMs,
  );
  if (ended === 0) {
    const figures = JSON.parse(output) as FuzzFigures;
    if (figures.faults.length === 0) rmSync(folder, { recursive: true });
    return figures;
  }
  rmSync(folder, { recursive: true });
  const fault = `seed ${seed}, input ${at}: the process ended with ${ended}`;
  const rest =
    at + 1 < to
      ? await fuzz(script, { seed, from: at + 1, to }, hangMs)
      : { inputs: 0, sound: 0, slowest: { seconds: 0, input: -1 }, mebibytes: 0, faults: [] };
  return { ...rest, inputs: to - from, faults: [fault, ...rest.faults] };
}

function watched(
  words: readonly string[],
  folder: string,
  hangMs: number,
): Promise<{ output: string; ended: number | string; at: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=200', ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let last = -1;
    let hasHung = false;
    child.stdout.on('data', (text) => {
      output += text;
    });
    const watch = setInterval(() => {
      const now = inputIn(folder);
      hasHung = now === last && now >= 0;
      if (hasHung) child.kill('SIGKILL');
      last = now;
    }, hangMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const ended = hasHung ? `no answer after ${hangMs / 1000} s` : (code ?? signal ?? 'nothing');
      resolve({ output, ended, at: inputIn(folder) });
    });
  });
}

function inputIn(folder: string): number {
  try {
    return Number(readFileSync(join(folder, 'at'), 'utf8'));
  } catch {
    return -1;
  }
}

import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from './examine.ts';
import { drawFrom, mutated } from './mutate.ts';
import { layOutTargets, type Target } from './targets.ts';

// A process that fuzzes: `node worker.mjs PROJECT FOLDER SEED FROM TO`. Input number n of a seed is
// always the same one. FOLDER/at holds the number of the input that is being examined, so that
// whoever watches knows which one it was when this process hangs or dies.
const [project = '', folder = '', seedWord = '0', fromWord = '0', toWord = '0'] = process.argv.slice(2);
const [seed, from, to] = [Number(seedWord), Number(fromWord), Number(toWord)];
const resources = join(project, 'dist');

/** CPU seconds that one input may take; the machine may be busy, so what is too slow is tried again. */
const mostSeconds = 1;

const targets = layOutTargets(folder, project);
const at = openSync(join(folder, 'at'), 'w');
const faults: string[] = [];
let sound = 0;
let slowest = { seconds: 0, input: -1 };

for (let input = from; input < to; input++) {
  writeSync(at, String(input).padStart(12), 0);
  const { target, bytes, draw } = inputOf(input);
  try {
    const start = process.cpuUsage();
    if ((await examine(target, bytes, resources, draw)) === 'sound') sound++;
    const seconds = secondsSince(start);
    if (seconds > slowest.seconds) slowest = { seconds, input };
    if (seconds > mostSeconds && (await isSlow(input)))
      faults.push(`${name(input, target)}: took ${seconds.toFixed(1)} s`);
  } catch (error) {
    faults.push(`${name(input, target)}: ${error instanceof Error ? error.stack : error}`);
    writeFileSync(join(folder, `fault-${input}.yaml`), bytes);
  }
  if (faults.length > 20) break;
}
closeSync(at);
rmSync(join(folder, 'at'));
const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ inputs: to - from, sound, slowest, mebibytes, faults }));

function inputOf(input: number) {
  const draw = drawFrom(Math.imul(seed, 0x01000193) ^ Math.imul(input, 0x5bd1e995));
  // A large file takes twenty times as long to examine and meets the same code.
  const pool = draw(500) === 0 ? targets.full : targets.small;
  const target = pool[draw(pool.length)] as Target;
  const other = targets.full[draw(targets.full.length)] as Target;
  return { target, bytes: mutated(target.bytes, draw, other.bytes), draw };
}

async function isSlow(input: number): Promise<boolean> {
  for (let again = 0; again < 3; again++) {
    const { target, bytes, draw } = inputOf(input);
    const start = process.cpuUsage();
    await examine(target, bytes, resources, draw);
    if (secondsSince(start) <= mostSeconds) return false;
  }
  return true;
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function name(input: number, { root, file }: Target): string {
  return `seed ${seed}, input ${input} (${root.split('/').at(-1)}/${file})`;
}

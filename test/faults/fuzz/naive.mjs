// A reader that must not pass: it throws at one input, hangs at one, and takes its process down at one.
// Called as worker.ts is.
import { rmSync, writeFileSync } from 'node:fs';

const [, , , folder, , from, to] = process.argv;
const faults = [];
for (let input = Number(from); input < Number(to); input++) {
  writeFileSync(`${folder}/at`, String(input));
  if (input === 3) faults.push('input 3: threw');
  if (input === 5) for (;;);
  if (input === 7) process.abort();
}
rmSync(`${folder}/at`);
console.log(
  JSON.stringify({ inputs: to - from, sound: 0, slowest: { seconds: 0, input: -1 }, mebibytes: 0, faults }),
);

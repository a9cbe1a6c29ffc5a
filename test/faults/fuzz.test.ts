import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz/run.ts';
import { bundleWorker } from './processes.ts';

describe('files spoiled at random', () => {
  it('are read or refused, soon and in little room', { timeout: 300_000 }, async () => {
    const script = await bundleWorker('fuzz/worker.ts');
    const { faults, sound, mebibytes, slowest } = await fuzz(script, { seed: 7, from: 0, to: 5_000 });
    rmSync(dirname(script), { recursive: true });
    console.log(
      `fuzz: 5000 inputs, ${sound} sound, ${faults.length} faults, ${mebibytes} MiB, ${slowest.seconds} s`,
    );
    expect(faults).toEqual([]);
    // The mutations are neither so mild nor so wild that only one way is taken.
    expect(sound).toBeGreaterThan(100);
    expect(sound).toBeLessThan(2_500);
  });

  it('would not pass where reading throws, hangs or takes the process down', async () => {
    const naive = fileURLToPath(new URL('fuzz/naive.mjs', import.meta.url));
    const before = await fuzz(naive, { seed: 1, from: 0, to: 5 }, 1_000);
    expect(before.faults).toEqual(['input 3: threw']);
    const { faults } = await fuzz(naive, { seed: 1, from: 4, to: 9 }, 1_000);
    expect(faults).toEqual([
      'seed 1, input 5: the process ended with no answer after 1 s',
      'seed 1, input 7: the process ended with SIGABRT',
    ]);
  });
});

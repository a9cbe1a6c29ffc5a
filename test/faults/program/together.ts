import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut } from './scenarios.ts';
import { ranProgram } from './struck.ts';
import type { Figures } from './sweep.ts';
import { rubbishIn } from './tree.ts';

/**
 * Lets the built program add an entry to one file of one partnership, `each` times one after the other
 * and from so many processes at once. A state is an addition that was said to be done; one that is not
 * in the file afterwards is lost.
 */
export async function addTogether(processes: number, each: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-together-'));
  try {
    layOut(folder);
    const done: string[] = [];
    const faults: string[] = [];
    const work = async (process: number) => {
      for (let time = 0; time < each; time++) {
        const id = `p${process}-${time}`;
        const { code, err } = await ranProgram(['add', 'sources', `id=${id}`, 'title=T'], folder);
        if (code === 0) done.push(id);
        else faults.push(`${id}: ${code} ${err}`);
      }
    };
    await Promise.all(Array.from({ length: processes }, (_, process) => work(process)));
    const text = readFileSync(join(folder, 'stages', '01-scoping.yaml'), 'utf8');
    const there = new Set([...text.matchAll(/id: (p\d+-\d+)$/gm)].map(([, id]) => id));
    faults.push(...done.filter((id) => !there.has(id)).map((id) => `${id} is lost`));
    faults.push(...rubbishIn(folder).map((name) => `left ${name}`));
    return { states: done.length, faults };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

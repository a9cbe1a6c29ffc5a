import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { changePartnership, type Planner } from '../../src/store/change-partnership.ts';
import { temporaryPath } from '../../src/store/files/temporary.ts';
import { newFolder } from '../folders.ts';

const small = fileURLToPath(new URL('../faults/fuzz/small', import.meta.url));
const book = 'reviews.yaml';

let root: string;
beforeEach(() => {
  root = newFolder();
  copy('');
});

function copy(folder: string): void {
  for (const entry of readdirSync(join(small, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) writeFileSync(join(root, path), readFileSync(join(small, path)));
    else {
      mkdirSync(join(root, path));
      copy(path);
    }
  }
}

const options = {
  today: '2026-03-01',
  resources: fileURLToPath(new URL('../../dist', import.meta.url)),
  dryRun: false,
  lock: {
    facts: { pid: process.pid, host: hostname(), signal: process.kill },
    now: '2026-03-01T10:00:00Z',
    command: 'test',
    waitMs: 0,
    sleep: async () => {},
  },
};

/** Plans an edit of the minutes book, and does something else in the middle of it. */
function planning(meanwhile: () => void): Planner<undefined> {
  return () => {
    meanwhile();
    const path = ['reviews', 0, 'conditions', 0, 'met'];
    return { change: { file: book, edits: [{ kind: 'set', path, value: true }] }, result: undefined };
  };
}

function save(file: string): string {
  const text = `${readFileSync(join(root, file), 'utf8')}# saved by an editor\n`;
  writeFileSync(join(root, file), text);
  return text;
}

describe('changePartnership', () => {
  it.each([book, 'stages/01-scoping.yaml', 'partnership.yaml'])(
    'writes nothing where an editor saved %s meanwhile',
    async (file) => {
      let saved = '';
      const before = readFileSync(join(root, book), 'utf8');
      const change = changePartnership(
        root,
        options,
        planning(() => (saved = save(file))),
      );
      await expect(change).rejects.toMatchObject({
        code: 'changed-meanwhile',
        params: { file: join(root, file) },
      });
      expect(readFileSync(join(root, file), 'utf8')).toBe(saved);
      if (file !== book) expect(readFileSync(join(root, book), 'utf8')).toBe(before);
      expect(readdirSync(join(root, '.partner'))).toEqual(['.gitignore']);
    },
  );

  it('clears what dead writers left in any of its folders', async () => {
    const left = [temporaryPath(root), temporaryPath(join(root, 'stages'))];
    for (const path of left) writeFileSync(path, 'half a fi');
    await changePartnership(
      root,
      options,
      planning(() => {}),
    );
    expect(readdirSync(root)).not.toContain(left[0]?.split('/').at(-1));
    expect(readdirSync(join(root, 'stages'))).toHaveLength(4);
    expect(readFileSync(join(root, book), 'utf8')).toContain('met: true');
  });
});

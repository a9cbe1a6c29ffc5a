import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from './markdown.ts';
import { Reader, type Typed, typedInStretch } from './transcript.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The day that the examples speak of.
const today = '2026-11-20';
const examples = ['harbour-skills', 'literacy-south', 'riverside-garden'];

interface Recipe {
  readonly heading: string;
  /** What the page says its commands are tried on, if anything. */
  readonly triedOn: string | undefined;
  readonly typed: readonly Typed[];
}

/** The recipes of a page. A comment above a block says what it is tried on, or why it is not tried. */
function recipesOf(page: string): Recipe[] {
  const recipes: { heading: string; triedOn: string | undefined; typed: Typed[] }[] = [];
  let note: string | undefined;
  let heading = '';
  for (const stretch of stretchesOf(page)) {
    for (const line of stretch.kind === 'text' ? stretch.lines : []) {
      if (line.startsWith('## ')) [heading, note] = [line.slice(3), undefined];
      note = /^<!-- (tried on .*|not tried: .*) -->$/.exec(line)?.[1] ?? note;
    }
    const typed = typedInStretch(stretch);
    if (typed.length === 0) continue;
    if (note === undefined) throw new Error(`${heading}: nothing says what these commands are tried on`);
    if (note.startsWith('not tried')) continue;
    const triedOn = note.slice('tried on '.length);
    const last = recipes.at(-1);
    if (last?.heading === heading) last.typed.push(...typed);
    else recipes.push({ heading, triedOn, typed });
  }
  return recipes;
}

/** A reader in a copy of what a recipe is tried on, in a repository whose first commit is a week old. */
function readerOf(triedOn: string | undefined): Reader {
  const reader = new Reader(today);
  if (triedOn === 'nothing') return reader;
  if (triedOn === 'partnerships') {
    mkdirSync(join(reader.home, 'partnerships'));
    for (const name of examples)
      cpSync(join(root, 'examples', name), join(reader.home, 'partnerships', name), { recursive: true });
    return reader;
  }
  if (!examples.includes(triedOn ?? '')) throw new Error(`there is no example ${triedOn}`);
  cpSync(join(root, 'examples', triedOn ?? ''), join(reader.home, triedOn ?? ''), { recursive: true });
  reader.type(`cd ${triedOn}`);
  reader.type(
    'git init --quiet && git add . && GIT_COMMITTER_DATE=2026-11-13T09:00:00Z git commit --quiet -m All',
  );
  return reader;
}

describe.each(['docs/RECIPES.md', 'docs/RECIPES.he.md'])('%s', (name) => {
  const recipes = recipesOf(readFileSync(join(root, name), 'utf8'));

  it('has recipes that can be tried', () => {
    expect(recipes.length).toBeGreaterThan(15);
  });

  it.each(recipes)('$heading', ({ triedOn, typed }) => {
    const reader = readerOf(triedOn);
    for (const { command, line } of typed) {
      const { code, printed } = reader.type(command);
      expect({ line, command, code, printed }).toMatchObject({ code: 0 });
    }
    // What a recipe leaves behind is sound.
    if (triedOn !== 'partnerships') expect(reader.type('partner validate').code).toBe(0);
  });
});

describe.each(examples)('examples/%s/README.md', (name) => {
  const page = readFileSync(join(root, 'examples', name, 'README.md'), 'utf8');
  const typed = stretchesOf(page).flatMap(typedInStretch);

  it('has three commands to try, which change nothing and end as it says', () => {
    expect(typed).toHaveLength(3);
    const reader = readerOf(name);
    for (const { command } of typed) {
      const isRefused = /exit code 1|קוד יציאה 1/.test(command);
      expect({ command, ...reader.type(command) }).toMatchObject({ code: isRefused ? 1 : 0 });
    }
    expect(reader.type('git status --short').printed).toBe('');
  });

  it('validates as it says', () => {
    const { code, printed } = readerOf(name).type(`partner validate --lang en --today ${today}`);
    const warnings = /(\d+) warnings/.exec(printed)?.[1] ?? '0';
    expect({ code, warnings }).toEqual({ code: 0, warnings: name === 'harbour-skills' ? '3' : '0' });
    expect(page).toMatch(warnings === '3' ? /warns of three things/ : /finds no problems|אינה מוצאת בעיות/);
  });
});

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git } from '../git/repositories.ts';
import { type LanguageServer, type Position, startLanguageServer } from './language-server.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folder = newFolder();
let server: LanguageServer;

function start(name: string, language: string, model: string): void {
  const flags = ['--lang', language, '--model', model, '--partner', 'leumi:Leumi Card:company'];
  expect(run(folder, ['init', name, '--name', 'Readers', ...flags, '--started', '2026-01-12']).code).toBe(0);
}

beforeAll(async () => {
  start('readers', 'en', 'iblf-10');
  start('korim', 'he', 'iblf-10');
  start('twelve', 'en', 'partnering-cycle-12');
  for (const name of readdirSync(examples)) {
    cpSync(join(examples, name), join(folder, name), { recursive: true });
    expect(run(join(folder, name), ['schema', '--write']).code).toBe(0);
  }
  server = await startLanguageServer(folder);
});
afterAll(() => server.stop());

function filesOf(name: string): string[] {
  const stages = readdirSync(join(folder, name, 'stages')).map((file) => `stages/${file}`);
  return ['partnership.yaml', 'reviews.yaml', ...stages].map((file) => join(folder, name, file));
}

/** A text with `|` where the cursor stands. */
function withCursor(text: string): { text: string; at: Position } {
  const lines = (text.split('|')[0] ?? '').split('\n');
  return {
    text: text.replace('|', ''),
    at: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}

const scoping = (name: string) => join(folder, name, 'stages', '01-scoping.yaml');
const planning = (name: string) => join(folder, name, 'stages', '04-planning.yaml');
const text = (path: string) => readFileSync(path, 'utf8');

/** What an editor proposes in a file with more lines at its end. */
async function proposals(path: string, lines: string): Promise<Record<string, string>> {
  const { text: changed, at } = withCursor(`${text(path)}${lines}`);
  await server.problemsOf(path, changed);
  const found = await server.proposalsAt(path, at);
  return Object.fromEntries(
    found.map(({ label, documentation }) => [
      label,
      typeof documentation === 'object' ? documentation.value : (documentation ?? ''),
    ]),
  );
}

describe('an editor with yaml-language-server', () => {
  it.each(['readers', 'korim', 'twelve', 'harbour-skills', 'literacy-south', 'riverside-garden'])(
    'finds nothing wrong in %s',
    async (name) => {
      for (const file of filesOf(name)) expect([file, await server.problemsOf(file)]).toEqual([file, []]);
    },
  );

  it('finds the schemas in a clone, and would say where one is missing', async () => {
    const repository = join(folder, 'korim');
    git(repository, ['init', '-q', '-b', 'main']);
    commitAll(repository, 'all');
    git(folder, ['clone', '-q', repository, 'clone']);
    for (const file of filesOf('clone')) expect(await server.problemsOf(file)).toEqual([]);
    const path = planning('clone');
    const found = await proposals(path, 'metrics:\n  - id: a\n    |');
    expect(found.aggregate).toContain('צבירה לאורך זמן');
    const home = join(folder, 'clone', 'partnership.yaml');
    const elsewhere = text(home).replace('partnership.json', 'nowhere.json');
    expect((await server.problemsOf(home, elsewhere)).join()).toContain('nowhere.json');
  });

  it('marks what `validate` would refuse, at its line', async () => {
    const path = planning('readers');
    const first = text(path).split('\n').length;
    const wrong = [
      'metrics:',
      '  - id: Children',
      '    name: children',
      '    kind: outputs',
      '    aggregate: sum',
      '    due: 2026-02-30',
      '    target: many',
      '    unti: people',
      'sources: []',
      'x-mine: [anything]',
      '',
    ].join('\n');
    const problems = await server.problemsOf(path, text(path) + wrong);
    const at = (line: number) => problems.filter((problem) => problem.startsWith(`${first + line}: `)).join();
    expect(at(1)).toContain('lower-case letters');
    expect(at(3)).toMatch(/"?input"?.*"?output"?/);
    expect(at(5)).toContain('YYYY-MM-DD');
    expect(at(6)).toMatch(/number/i);
    expect(at(7)).toContain('unti');
    expect(at(8)).toContain('sources');
    expect(problems).toHaveLength(6);
  });

  it('says in Hebrew what a date and an id look like', async () => {
    const path = planning('korim');
    const problems = await server.problemsOf(path, `${text(path)}due: 3.2.2026\n`);
    expect(problems.join()).toContain('יש לכתוב בצורה YYYY-MM-DD');
  });

  it('proposes the sections of the stage and no others', async () => {
    const found = await proposals(planning('readers'), '|');
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['activities', 'milestones', 'metrics', 'risks']),
    );
    expect(found).not.toHaveProperty('contributions');
    expect(found.metrics).toContain('Metrics');
  });

  it('proposes the keys of an entry, with what they mean', async () => {
    const found = await proposals(planning('korim'), 'metrics:\n  - id: a\n    |');
    expect(found.aggregate).toContain('צבירה לאורך זמן');
    expect(found.target).toContain('יעד');
    expect(found).not.toHaveProperty('id');
  });

  it('proposes the words of a list, with what they mean', async () => {
    const found = await proposals(planning('korim'), 'metrics:\n  - id: a\n    aggregate: |');
    expect(Object.keys(found)).toEqual(['sum', 'latest', 'mean', 'pooled']);
    expect(found.latest).toContain('הנתון האחרון קובע');
  });

  it('proposes the stages of the model in the minutes book', async () => {
    const path = join(folder, 'twelve', 'reviews.yaml');
    const lines = 'reviews:\n  - id: a\n    stage: |\n';
    const { text: changed, at } = withCursor(text(path).replace('reviews: []\n', lines));
    await server.problemsOf(path, changed);
    const labels = (await server.proposalsAt(path, at)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['scoping', 'institutionalising', 'sustaining']));
  });

  it('tells in the language of the partnership what a key is', async () => {
    for (const [name, label] of [
      ['readers', 'Required at the gate'],
      ['korim', 'חובה בשער'],
    ] as const) {
      const path = scoping(name);
      await server.problemsOf(path, text(path));
      const line = text(path)
        .split('\n')
        .findIndex((one) => one.includes('required:'));
      expect(await server.hoverAt(path, { line, character: 6 })).toContain(label);
    }
  });
});

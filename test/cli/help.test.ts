import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/command-specs/command-spec.ts';
import { commandGroups, commandSpecs } from '../../src/command-specs/command-specs.ts';
import { topicNames } from '../../src/render/help/topic-names.ts';
import { displayWidth } from '../../src/render/terminal/width.ts';
import { newFolder } from '../folders.ts';
import { run, runJson } from './program.ts';
import { runInTerminal, whyNoTerminal } from './terminal.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const nowhere = newFolder();

/** The words that name each command, also of those inside others. */
function namesOf(specs: readonly CommandSpec[], above: readonly string[] = []): string[][] {
  return specs.flatMap(({ name, children = [] }) => [
    [...above, name],
    ...namesOf(children, [...above, name]),
  ]);
}
const names = namesOf(commandSpecs);

describe('the help of the program', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']], [['--quiet']]])('comes by %j', (args) => {
    const { code, out, err } = run(nowhere, args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(run(nowhere, ['--help']).out);
    for (const { name, about } of commandSpecs) {
      expect(out).toMatch(new RegExp(`^  ${name}\\b.*  `, 'm'));
      expect(out).toContain(about.en);
    }
    for (const topic of topicNames) expect(out).toContain(`  help ${topic} `);
  });

  it('lists every command once, in a group', () => {
    const listed = commandGroups.flatMap(({ commands }) => commands);
    expect(listed).toHaveLength(commandSpecs.length);
    expect(new Set(listed)).toEqual(new Set(commandSpecs));
    expect(commandGroups.every(({ commands }) => commands.length > 0)).toBe(true);
    expect(listed[0]?.name).toBe('init');
  });

  it('suggests no command by the name of another', () => {
    const taken = new Set(names.map((words) => words.at(-1)));
    const tried = commandSpecs.flatMap(({ triedAs = [] }) => triedAs);
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.filter((word) => commandSpecs.some(({ name }) => name === word))).toEqual([]);
    expect(taken.size).toBeGreaterThan(commandSpecs.length);
  });
});

describe('the help of a command', () => {
  it.each(names)('comes by every way of asking: %s %s', (...words) => {
    const named = words.filter((word) => word !== undefined);
    const asked = run(nowhere, [...named, '--help']);
    expect([asked.code, asked.err]).toEqual([0, '']);
    expect(asked.out).toContain(`Usage: partner ${named.join(' ')}`);
    expect(asked.out).toContain('--today <date>');
    expect(run(nowhere, [...named, '-h']).out).toBe(asked.out);
    // `metrics` alone means the method; its explanation names the command.
    if (named.join(' ') !== 'metrics') expect(run(nowhere, ['help', ...named]).out).toBe(asked.out);
  });

  it.each([
    [['status', '--frobnicate', '-h']],
    [['status', '--at', '-h', '--help']],
    [['status', '--today', '2026-02-30', '--help']],
    [['status', '--lang', 'fr', '-h']],
    [['-C', 'nowhere', 'status', 'too', 'many', '--help']],
  ])('comes whatever else is on the line: %j', (args) => {
    const { code, out } = run(nowhere, args);
    expect([code, out.includes('Usage: partner status [options]')]).toEqual([0, true]);
  });

  it('is the answer on stderr to a command that only holds others', () => {
    const { code, out, err } = run(nowhere, ['model']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: partner model COMMAND');
    expect(err).toContain('  show [id-or-dir]  ');
  });

  it('has examples, topics and options as data with --json', () => {
    expect(runJson(nowhere, ['help', 'advance'])).toMatchObject({
      code: 0,
      json: {
        format: 1,
        name: 'partner advance',
        usage: 'partner advance [options]',
        examples: expect.arrayContaining([expect.stringMatching(/^partner advance /)]),
        groups: [{ title: 'Options:', terms: expect.arrayContaining([expect.anything()]) }, {}],
      },
    });
  });
});

describe('partner help TOPIC', () => {
  it.each(topicNames)('explains %s in both languages, with the same parts', (topic) => {
    const kinds = (language: string) => {
      const { code, json } = runJson(nowhere, ['help', topic, '--lang', language]);
      expect(code).toBe(0);
      const { blocks } = json as { blocks: { kind: string; terms?: object[]; items?: string[] }[] };
      return blocks.map(({ kind, terms, items }) => [kind, terms?.length, items?.length]);
    };
    expect(kinds('he')).toEqual(kinds('en'));
    const { out } = run(nowhere, ['help', topic, '--lang', 'he']);
    expect(out).toMatch(/[א-ת]/);
    expect(out).not.toContain('undefined');
    // Nothing that the screen would obey, and no marks of order where nobody orders.
    expect(out).not.toMatch(/[\u200e\u200f\u2066-\u2069\x1b]/);
  });

  it('tells the stages of the partnership that one stands in', () => {
    const parent = newFolder();
    expect(run(parent, ['init', 'p', '--name', 'P', '--model', 'partnering-cycle-12']).code).toBe(0);
    expect(run(join(parent, 'p'), ['help', 'stages']).out).toContain('12 sustaining');
    expect(run(parent, ['help', 'stages']).out).toContain('10 concluding');
    // Where it cannot be read, the first of the models.
    writeFileSync(join(parent, 'p', 'partnership.yaml'), 'format: [');
    expect(run(join(parent, 'p'), ['help', 'stages']).out).toContain('10 concluding');
  });

  it('shows what a hostile model says, and does not obey it', () => {
    const parent = newFolder();
    cpSync(fileURLToPath(new URL('../../templates/models/iblf-10', import.meta.url)), join(parent, 'm'), {
      recursive: true,
    });
    const model = runJson(parent, ['model', 'show', 'm']).json as { stages: { title: object }[] };
    (model.stages[0] as { title: object }).title = { en: 'a\u202eb\u009b2J', he: 'x' };
    writeFileSync(
      join(parent, 'm', 'model.yaml'),
      JSON.stringify({ ...model, criteria: undefined, model: 'mine' }).replace('\u009b', '\\u009b'),
    );
    expect(run(parent, ['init', 'p', '--name', 'P', '--model', 'm']).code).toBe(0);
    for (const topic of ['stages', 'scoping']) {
      const { out } = run(join(parent, 'p'), ['help', topic]);
      expect(out).toContain('a\\u{202e}b\\x9b2J');
    }
  });
});

describe('partner help SECTION and STAGE', () => {
  it('lists the fields of a section, what its words mean and how it is filled', () => {
    const { code, out } = run(nowhere, ['help', 'pledges']);
    expect(code).toBe(0);
    expect(out).toContain('stages/06-resourcing.yaml');
    expect(out).toMatch(/^ partner +id in partners +yes +Partner$/m);
    expect(out).toMatch(/^ {2}promised +was promised$/m);
    expect(out).toContain('    partner add pledges partner=ID type=cash status=idea\n');
  });

  it.each([
    ['partners', 'partner add partners name="…" sector=company'],
    ['vision', 'partner set vision "…"'],
    ['agreement', 'partner add agreement.signatures partner=ID name="…"'],
    ['partnership', 'partner set partnership KEY=VALUE'],
    ['checklist', 'evidence_required'],
    ['reviews', 'reviews.conditions'],
  ])('knows %s', (name, shown) => {
    expect(run(nowhere, ['help', name]).out).toContain(shown);
  });

  it('takes a command before it, which is how the fields of a metric are asked for', () => {
    expect(run(nowhere, ['help', 'add', 'sources']).out).toBe(run(nowhere, ['help', 'sources']).out);
    expect(run(nowhere, ['help', 'add', 'metrics']).out).toMatch(/^ aggregate +sum latest mean pooled +yes/m);
    expect(run(nowhere, ['help', 'metrics']).out).toContain('partner help add metrics');
  });

  it('explains a stage', () => {
    const { out } = run(nowhere, ['help', 'building']);
    expect(out).toContain('Stage 3 of 10');
    expect(out).toContain('memorandum-signed');
    expect(out).toContain('⟨table⟩ (optional)');
  });
});

describe('words that mean nothing', () => {
  it.each([
    [['help', 'nonsense'], 'unknown-topic', 'the topics are: stages, gates'],
    [['help', 'gate'], 'unknown-topic', 'partner help gates'],
    [['help', 'sourcs'], 'unknown-topic', 'partner help sources'],
    [['help', 'scopin'], 'unknown-topic', 'partner help scoping'],
    [['help', 'model', 'shwo'], 'unknown-topic', 'partner help model show'],
    [['statu'], 'usage', 'did you mean status?'],
    [['tick'], 'usage', 'did you mean check?'],
    [['LS'], 'usage', 'did you mean list?'],
    [['man'], 'usage', 'did you mean help?'],
    [['version'], 'usage', 'did you mean --version?'],
    [['model', 'shwo'], 'usage', 'did you mean show?'],
    [['model', 'shwo'], 'usage', 'partner model --help'],
    [['git', 'instal'], 'usage', 'did you mean install?'],
    [['status', '--jsno'], 'usage', 'did you mean --json?'],
    [['advance', '--decision', 'holdd'], 'usage', 'did you mean hold?'],
    [['status', 'foo'], 'usage', 'does not know what to do with \\"foo\\"'],
    [['status', '—json'], 'usage', 'two hyphens'],
    [['add'], 'usage', 'such as `partner add '],
    [['record', '--on'], 'usage', 'partner record --help'],
  ])('%j is refused as %s: %s', (args, code, told) => {
    const result = runJson(nowhere, args);
    expect(result).toMatchObject({ code: 2, json: { format: 1, error: { code } } });
    expect(JSON.stringify(result.json)).toContain(told);
    const hebrew = run(nowhere, args, { PARTNER_LANG: 'he' });
    expect(hebrew.err).toMatch(/^partner: שגיאה: .*[א-ת]/);
  });
});

describe.skipIf(whyNoTerminal !== undefined)('on a terminal', () => {
  const columns = [80, 50];
  const pages = [[], ['advance', '--help'], ['help', 'metrics'], ['help', 'format'], ['help', 'pledges']];

  it.each(
    columns.flatMap((width) => ['visual', 'terminal', 'logical'].map((bidi) => [width, bidi] as const)),
  )(
    'nothing but commands is wider than its %i columns in Hebrew (%s), nor in English',
    async (width, bidi) => {
      for (const lang of ['he', 'en']) {
        for (const args of pages) {
          const { code, shown } = runInTerminal(nowhere, [...args, '--lang', lang], {
            columns: width,
            env: { PARTNER_BIDI: bidi },
          });
          expect(code).toBe(0);
          const lines = shown.replace(/\x1b\[[\d;]*m/g, '').split('\r\n');
          for (const line of lines.filter((one) => !/^ {4}partner /.test(one)))
            expect(await displayWidth(line), line).toBeLessThanOrEqual(width);
        }
      }
    },
    60_000,
  );

  it('has bold titles, and none of it with NO_COLOR, --no-color or on a dumb terminal', () => {
    expect(runInTerminal(nowhere, ['help', 'gates']).shown).toContain('\x1b[1mSeals\x1b[22m');
    expect(runInTerminal(nowhere, ['--help']).shown).toContain('\x1b[1mDay to day:\x1b[22m');
    for (const [args, env] of [
      [['help', 'gates'], { NO_COLOR: '1' }],
      [['help', 'gates', '--no-color'], {}],
      [['--help'], { TERM: 'dumb' }],
    ] as const)
      expect(runInTerminal(nowhere, args, { env }).shown).not.toContain('\x1b');
  });

  it('reads from the right in Hebrew: titles and options stand at the right margin', () => {
    const { shown } = runInTerminal(example('literacy-south'), ['status', '--help', '--lang', 'he'], {
      env: { PARTNER_BIDI: 'visual', NO_COLOR: '1' },
    });
    const lines = shown.split('\r\n');
    expect(lines).toContain(`${' '.repeat(80 - 'אפשרויות:'.length)}:תויורשפא`);
    expect(lines.find((line) => line.endsWith('--at <rev>'))).toHaveLength(78);
  });
});

it('prints the same help into a pipe whatever the terminal is called', () => {
  const plain = run(nowhere, ['--help']).out;
  expect(run(nowhere, ['--help'], { TERM: 'dumb' }).out).toBe(plain);
  expect(run(nowhere, ['--help'], { COLUMNS: '40' }).out).toBe(plain);
  expect(run(nowhere, ['--help'], { FORCE_COLOR: '1' }).out).toContain('\x1b[1m');
});

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { expectGolden } from '../golden.ts';
import { atTerminal } from './context.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const english = example('harbour-skills');
const hebrew = example('literacy-south');

/** What zsh is answered for the words behind `partner`; the last one is being typed. */
async function answer(
  cwd: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { code, out, err } = await atTerminal(cwd, ['__complete', 'zsh', ...words], [], env);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** The words that are offered, without what they mean. */
async function offered(cwd: string, line: string, env?: Record<string, string>): Promise<string[]> {
  const lines = (await answer(cwd, line.split(' '), env)).trimEnd().split('\n');
  return lines.slice(1).map((one) => one.split('\t')[0] as string);
}

const head = async (cwd: string, line: string) => (await answer(cwd, line.split(' '))).split('\n')[0];

const lines = [
  '',
  'model ',
  'help ',
  'advance -',
  'advance --decision ',
  'advance --waive ',
  'advance --reviewer ',
  'check ',
  'check concluding/',
  'uncheck scoping/',
  'add ',
  'add pledges ',
  'add pledges type=',
  'add pledges need=',
  'set ',
  'set stages/',
  'set conditions/',
  'set exit decision=',
  'remove risks/',
  'record ',
  'init --partner id:name:',
  'init --model ',
  'document ',
  'document review --review ',
  'schema ',
  'export --table ',
  'list --stage ',
  'completion ',
];

describe.each([
  ['en', english],
  ['he', hebrew],
])('what is offered in %s', (language, folder) => {
  it.each(lines)('partner %s', async (line) => {
    const name = line.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '') || 'nothing';
    const text = await answer(folder, line.split(' '), { PARTNER_LANG: language });
    expectGolden(`completion/${name}.${language}.txt`, text);
  });
});

describe('a command line', () => {
  it('offers no option twice, unless it can be given twice', async () => {
    const options = await offered(english, 'advance --lang he --reviewer a --reason=x --dry-run --');
    expect(options).toEqual(expect.arrayContaining(['--reviewer', '--waive', '--json']));
    for (const given of ['--lang', '--reason', '--dry-run']) expect(options).not.toContain(given);
  });

  it('offers the options where no argument can follow, and none behind a lone --', async () => {
    expect(await offered(english, 'status ')).toContain('--at');
    expect(await offered(english, 'status -- ')).toEqual([]);
    expect(await offered(english, 'check -- --')).not.toContain('--by');
  });

  it('takes options before, behind and glued to their values', async () => {
    const parent = join(english, '..');
    const items = await offered(english, 'check ');
    expect(await offered(parent, '-C harbour-skills check ')).toEqual(items);
    expect(await offered(parent, 'check -C harbour-skills ')).toEqual(items);
    expect(await offered(parent, '-Charbour-skills --json check ')).toEqual(items);
    expect(await offered(parent, '--dir=harbour-skills --no-such check ')).toEqual(items);
    expect(await offered('/', 'check ', { HOME: parent })).toEqual([]);
    expect(await offered('/', '-C ~/harbour-skills check ', { HOME: parent })).toEqual(items);
    expect(await offered('/', '-C $W/harbour-skills check ', { W: parent })).toEqual(items);
  });

  it('knows words of commands only in their places', async () => {
    expect(await offered(english, 'check status ')).toContain('targets-compared');
    expect(await offered(english, 'nonsense ')).toEqual([]);
    expect(await offered(english, 'model nonsense ')).toEqual([]);
    expect(await offered(english, 'git ')).toEqual(['install', 'uninstall', 'help']);
  });

  it('leaves files and folders to the shell, but for those behind -C', async () => {
    expect(await head(english, 'validate ')).toBe('files');
    expect(await head(english, 'list ')).toBe('folders');
    expect(await head(english, '-C ')).toBe('folders');
    expect(await head(english, 'report --out=')).toBe('files=');
    expect(await head(english, 'init --model ')).toBe('folders');
    // Lines are split at blanks here, and a clone may lie where one is in the path.
    const folder = newFolder();
    cpSync(english, folder, { recursive: true });
    expect(await offered('/', `-C ${folder} check x --evidence stages/04`)).toContain(
      'stages/04-planning.yaml',
    );
    expect(await offered('/', `-C ${folder} list st`)).toEqual(['docs/', 'stages/']);
  });

  it('offers the models that a partnership keeps as its own, and a copy of the program’s once', async () => {
    const folder = join(newFolder(), 'copy');
    cpSync(english, folder, { recursive: true });
    for (const id of ['club', 'iblf-10', 'no id'])
      expect((await atTerminal(folder, ['model', 'new', `models/${id}`])).code).toBe(0);
    for (const line of ['model show ', 'model new x --from '])
      expect(await offered(folder, line)).toEqual(['club', 'iblf-10', 'partnering-cycle-12']);
  });
});

describe('items', () => {
  it('are those that can be ticked, or unticked, without those that stand there', async () => {
    expect(await offered(english, 'check ')).toEqual([
      'targets-compared',
      'partners-saw-draft',
      'resourcing/',
      'reviewing/',
      'concluding/',
    ]);
    expect(await offered(english, 'check targets-compared ')).toEqual(['partners-saw-draft']);
    expect(await offered(english, 'check reviewing/health-check ')).not.toContain('reviewing/health-check');
    expect(await offered(english, 'check reviewing/health-check ')).toContain('reviewing/partner-benefit');
    expect(await offered(english, 'uncheck ')).toContain('sources-stated');
  });

  it('are all of them where none of those fits', async () => {
    expect(await offered(english, 'check sources')).toContain('sources-stated');
  });
});

describe('entries and their fields', () => {
  it('are typed by the schema', async () => {
    expect(await offered(english, 'add metrics role=')).toEqual(['role=beneficiaries']);
    expect(await offered(english, 'add goals owner=')).toEqual(
      expect.arrayContaining(['owner=shared', 'owner=college']),
    );
    expect(await offered(english, 'add needs critical=')).toEqual(['critical=true', 'critical=false']);
    expect(await offered(english, 'add sources on= --today 2026-05-04 on=')).toEqual(['on=2026-05-04']);
    expect(await offered(english, 'set agreement.clauses/data state=')).toContain('state=not_relevant');
    expect(await offered(english, 'set stages/planning ')).toEqual(['title=', 'owner=', 'due=']);
    expect(await offered(english, 'set vision ')).toEqual([]);
    expect(await offered(english, 'set nothing/there ')).toEqual([]);
    expect(await offered(english, 'add pledges nonsense=')).toEqual([]);
  });

  it('are each offered once', async () => {
    const keys = await offered(english, 'add pledges partner=college type=cash ');
    expect(keys).toEqual(['id=', 'amount=', 'hours=', 'status=', 'need=']);
  });
});

describe('reviewers', () => {
  it('are people with whom they stand for; a stranger stands for any partner that is still there', async () => {
    const words = ['advance', '--reviewer'];
    expect(await answer(english, [...words, 'Sun'])).toContain('Sunniva Dahl:brightline\tBrightline');
    expect(await answer(english, [...words, 'New Face:'])).toContain('\nNew Face:college\t');
    expect(await answer(hebrew, [...words, 'דנה:'])).not.toContain('דנה:shita');
    expect(await answer(english, [...words, 'Sunniva Dahl:brightline', '--reviewer', 'Sun'])).not.toContain(
      'Sunniva',
    );
  });
});

describe('partnerships below a folder', () => {
  const parent = join(english, '..');

  it('say by which partners and tags a portfolio can be listed', async () => {
    expect(await offered(parent, 'list --partner ')).toEqual(expect.arrayContaining(['college', 'arnakit']));
    expect(await offered(english, 'list .. --tag ')).toContain('education');
  });
});

describe('a partnership that is not sound', () => {
  const broken = (change: (folder: string) => void) => {
    const folder = join(newFolder(), 'broken');
    cpSync(english, folder, { recursive: true });
    change(folder);
    return folder;
  };
  const write = (file: string, change: (text: string) => string) => (folder: string) => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  it('still offers what is sound', async () => {
    const folder = broken((where) => {
      write('stages/06-resourcing.yaml', (text) => text.replace('status: signed', 'status: singed'))(where);
      write('stages/08-measuring.yaml', (text) => `${text}nonsense: [}\n`)(where);
      write('partnership.yaml', (text) => text.replace(/^name:.*$/m, 'name: [1]\nfoo: bar'))(where);
    });
    expect(await offered(folder, 'remove pledges/')).toHaveLength(14);
    expect(await offered(folder, 'set pledges/northmole-2025 status=')).toContain('status=received');
    expect(await offered(folder, 'add pledges partner=')).toContain('partner=college');
    expect(await offered(folder, 'advance --decision ')).toHaveLength(5);
  });

  it.each([
    ['no model', write('partnership.yaml', (text) => text.replace(/^model:.*$/m, 'model: nope'))],
    [
      'a model with a path for its name',
      write('partnership.yaml', (text) => text.replace(/^model:.*$/m, 'model: ../x')),
    ],
    ['an empty head', write('partnership.yaml', () => '')],
    ['a head that is no YAML', write('partnership.yaml', () => '\u0000{{{')],
    ['a book of the wrong form', write('reviews.yaml', () => 'reviews: { a: 1 }\n')],
    ['reviews of the wrong form', write('reviews.yaml', () => 'reviews: [1, null, {}, { stage: 7 }]\n')],
    ['no stages', (folder: string) => rmSync(join(folder, 'stages'), { recursive: true })],
    [
      'lists of the wrong form',
      write('stages/06-resourcing.yaml', () => 'pledges: 7\nneeds: [1, { id: 3 }]\n'),
    ],
  ])('%s: says nothing of it', async (_, change) => {
    const folder = broken(change);
    for (const line of [
      'check ',
      'advance --to ',
      'advance --reviewer ',
      'set ',
      'set pledges/',
      'record ',
      'add ',
    ])
      await answer(folder, line.split(' '));
  });

  it('and no folder at all: offers less, and says nothing', async () => {
    expect(await offered(join(newFolder(), 'gone'), 'check ')).toEqual([]);
    expect(await offered(newFolder(), 'check ', { PARTNER_TODAY: 'someday' })).toEqual([]);
    expect(await offered('/', 'diff ')).toEqual([]);
  });
});

describe('the answers', () => {
  it('to a shell that nobody knows are none', async () => {
    for (const words of [[], ['tcsh', 'x'], ['__proto__'], ['bash'], ['fish'], ['zsh']]) {
      const { code, err } = await atTerminal(english, ['__complete', ...words]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
  });

  it('to PowerShell are ASCII, quoted for it, and fit what is typed in any case', async () => {
    const ask = async (cwd: string, words: readonly string[]) => {
      const { out } = await atTerminal(cwd, ['__complete', 'powershell'], [], {
        PARTNER_COMPLETION: JSON.stringify(words),
      });
      expect(out).toMatch(/^[\x20-\x7e]*\n$/);
      return JSON.parse(out) as { text: string; item: string; about: string }[];
    };
    expect(await ask(english, ['STAT'])).toEqual([
      { text: 'status', item: 'status', about: expect.stringContaining('where the partnership stands') },
    ]);
    expect(await ask(hebrew, ['advance', '--reviewer', '"תמר'])).toEqual([
      { text: "'תמר גולן:shita'", item: 'תמר גולן:shita', about: 'קרן שיטה' },
    ]);
    expect(await ask(english, ['advance', '--decision=`r'])).toHaveLength(2);
    expect((await ask(english, ['check', ''])).length).toBe(5);
    expect((await ask(english, [])).length).toBeGreaterThan(20);
  });

  it('to fish know what may stand before a command', async () => {
    for (const before of ['', 'FOO="a b" ', 'and not command ']) {
      const { out } = await atTerminal(english, ['__complete', 'fish', `${before}partner stat`]);
      expect(out).toContain('\nstatus\t');
    }
  });

  it('to bash keep quotes open where a word goes on', async () => {
    const line = 'partner advance --waive "targ';
    const { out } = await atTerminal(english, ['__complete', 'bash', line, 'targ']);
    expect(out).toBe('words\ntargets-compared=\ntargets-compared=…\n');
  });
});

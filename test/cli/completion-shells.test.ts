import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { program } from './program.ts';
import { hasShell, type ShellName, type TypedLine, typeInto } from './shells.ts';
import { whyNoTerminal } from './terminal.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// Elsewhere, since the lines have them without quotes and the project can lie in a folder with a blank in its name.
const english = copyOf('harbour-skills');
const hebrew = copyOf('literacy-south');

function copyOf(example: string): string {
  const folder = join(newFolder(), example);
  cpSync(here(`../../examples/${example}`), folder, { recursive: true });
  return folder;
}

const script = (file: string) => readFileSync(here(`../../dist/completion/${file}`), 'utf8');

/** A way of a person to load the completion: a line of their settings, and files in their home. */
interface Way {
  readonly shell: ShellName;
  readonly load: string;
  readonly files?: () => Record<string, string>;
  readonly needs?: string;
}

const printed = (shell: string) => `"${process.execPath}" "${program}" completion ${shell}`;
const debianCompletions = '/usr/share/bash-completion/bash_completion';

const bash: Way = { shell: 'bash', load: `source <(${printed('bash')})` };
const zsh: Way = { shell: 'zsh', load: `source <(${printed('zsh')})` };
const fish: Way = {
  shell: 'fish',
  load: '',
  files: () => ({ 'fish/completions/partner.fish': script('partner.fish') }),
};

// The same scripts, loaded otherwise.
const variants: Readonly<Record<string, Way>> = {
  'bash with bash-completion': {
    shell: 'bash',
    load: `source ${debianCompletions}`,
    files: () => ({ 'bash-completion/completions/partner': script('partner.bash') }),
    needs: debianCompletions,
  },
  // As bash 3.2 is, which macOS has.
  'bash without compopt': { ...bash, load: `enable -n compopt; ${bash.load}` },
  'bash with other word breaks': { ...bash, load: `COMP_WORDBREAKS=' \t\n'; ${bash.load}` },
  'zsh with fpath': { shell: 'zsh', load: '', files: () => ({ _partner: script('_partner') }) },
};

/** Why a way cannot be tried on this machine. */
function missing({ shell, needs }: Way): string | undefined {
  if (whyNoTerminal !== undefined) return whyNoTerminal;
  if (!hasShell(shell)) return `${shell} is not here, so its completion was not tried`;
  return needs === undefined || existsSync(needs) ? undefined : `${needs} is not here, so it was not tried`;
}

/** What is typed, and the words that the command is then given. */
type Trial = readonly [typed: string, ...words: string[]];

// The key that moves the cursor one letter back.
const left = '\x02';

const inEnglish: readonly Trial[] = [
  ['partner stat\t', 'status'],
  ['partner mod\tsh\tib\t', 'model', 'show', 'iblf-10'],
  ['partner check targ\t', 'check', 'targets-compared'],
  ['partner check reviewing/hea\t', 'check', 'reviewing/health-check'],
  ['partner uncheck scoping/vis\t', 'uncheck', 'scoping/vision-drafted'],
  ['partner advance --dec\tret\t--to plan\t', 'advance', '--decision', 'return', '--to', 'planning'],
  ['partner status --lang=h\t', 'status', '--lang=he'],
  ['partner --lang h\tstat\t', '--lang', 'he', 'status'],
  [
    'partner add pled\tpartner=qua\ttype=ca\tam\t5',
    'add',
    'pledges',
    'partner=quayside',
    'type=cash',
    'amount=5',
  ],
  ['partner set exit dec\tinst\t', 'set', 'exit', 'decision=institutionalise'],
  ['partner set agreement.cl\t', 'set', 'agreement.clauses/'],
  ['partner remove pledges/north\t2026\t', 'remove', 'pledges/northmole-2026'],
  ['partner record starters\t', 'record', 'starters'],
  ['partner document case\t', 'document', 'case-study'],
  ['partner check -- targ\t', 'check', '--', 'targets-compared'],
  ['partner completion po\t', 'completion', 'powershell'],
  // What no list of ours can hold is the shell's own: files and folders.
  ['partner validate partn\t', 'validate', 'partnership.yaml'],
  ['partner -C stag\tx', '-C', 'stages/x'],
  // In the middle of the line, behind other commands, and where the word goes on in quotes.
  [`partner check targ --by x${left.repeat(7)}\t`, 'check', 'targets-compared', '--by', 'x'],
  ['true; X=1 partner stat\t', 'status'],
  ['partner advance --waive "targ\tthe reason"', 'advance', '--waive', 'targets-compared=the reason'],
];

// As the line has begun to quote, so it goes on.
const quoted: readonly Trial[] = [
  'Sunn\t',
  '"Sunn\t',
  "'Sunn\t",
  'Sunniva\\ D\t',
  '"Sunniva Dahl:b\t',
  'Sunniva\\ Dahl:b\t',
].map(
  (start): Trial => [
    `partner advance --reviewer ${start}`,
    'advance',
    '--reviewer',
    'Sunniva Dahl:brightline',
  ],
);

const elsewhere: readonly Trial[] = [
  [`partner -C ${english}/stages check targ\t`, '-C', `${english}/stages`, 'check', 'targets-compared'],
  [`partner --dir=${hebrew} check iss\t`, `--dir=${hebrew}`, 'check', 'issues-owned'],
  ['partner check targ\t', 'check', 'targ'],
  [
    `partner -C ${english} check x --evidence partn\t`,
    '-C',
    english,
    'check',
    'x',
    '--evidence',
    'partnership.yaml',
  ],
];

const inHebrew: readonly Trial[] = [
  ['partner advance --reviewer תמ\t', 'advance', '--reviewer', 'תמר גולן:shita'],
  ['partner advance --reviewer "תמר ג\t', 'advance', '--reviewer', 'תמר גולן:shita'],
  ['partner check x --by מירי\t --on 2026-11-\t', 'check', 'x', '--by', 'מירי אלקיים', '--on', '2026-11-20'],
];

// What a partnership of somebody else may have in store.
const hostileNames = [
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  "it's '; touch pwned; '",
  '$IFS$HOME ~ * ? [a] {b,c}',
  '!! !touch ^a^b',
  '\\ \\\\ \\n end',
  '%F{red} %(x) #c & | < > ;',
  'narrow\u00a0and\u3000wide',
];
const unshowable = ['e\u001b]0;owned\u0007scape', 'e\nnewline', 'e\u202ereversed'];

const hostile: readonly Trial[] = hostileNames.flatMap((name, index) =>
  ['', '"', "'"].map((quote): Trial => {
    const start = `partner advance --reviewer ${quote}n${index}\t`;
    return [start, 'advance', '--reviewer', `n${index} ${name}:quayside`];
  }),
);
const hidden: readonly Trial[] = [['partner advance --reviewer e\t', 'advance', '--reviewer', 'e']];

/** A partnership whose reviewers are called what nobody should be called. */
function hostileFolder(): string {
  const folder = join(newFolder(), 'hostile');
  cpSync(english, folder, { recursive: true });
  const names = [...hostileNames.map((name, index) => `n${index} ${name}`), ...unshowable];
  const lines = names.map((name) => `      - { name: ${JSON.stringify(name)}, for: quayside }\n`);
  const book = readFileSync(join(folder, 'reviews.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'reviews.yaml'),
    book.replace(/ {4}reviewers:\n/, (line) => line + lines.join('')),
  );
  return folder;
}

/** Types groups of trials, each in its folder, into one shell: starting one takes longer than all that is typed. */
function typeAll(
  { shell, load, files }: Way,
  groups: readonly (readonly [string, readonly Trial[]])[],
): ReadonlyMap<Trial, TypedLine> {
  const all = groups.flatMap(([dir, trials]): Trial[] => [[`cd ${dir}; partner`], ...trials]);
  const lines = all.map(([line]) => line);
  const typed = typeInto(shell, '/', load, lines, files?.() ?? {});
  return new Map(typed.map((result, index) => [all[index] as Trial, result]));
}

function expectWords(typed: ReadonlyMap<Trial, TypedLine>, trials: readonly Trial[]): void {
  expect(trials.map((trial) => typed.get(trial)?.words)).toEqual(trials.map(([, ...words]) => words));
}

describe.each(Object.entries({ bash, zsh, fish }))('%s', (_, way) => {
  const why = missing(way);
  let typed: ReadonlyMap<Trial, TypedLine>;
  let folder: string;
  let before: readonly string[];

  beforeAll(() => {
    if (why !== undefined) {
      console.warn(`skipped: ${why}`);
      return;
    }
    folder = hostileFolder();
    before = readdirSync(folder);
    typed = typeAll(way, [
      [english, [...inEnglish, ...quoted]],
      [newFolder(), elsewhere],
      [hebrew, inHebrew],
      [folder, [...hostile, ...hidden]],
    ]);
  }, 300_000);

  it.skipIf(why !== undefined).each([
    ['completes a word with one way to go on', inEnglish],
    ['quotes a name with spaces and colons as the line has begun to', quoted],
    ['looks into the folder that -C names, and into none without one', elsewhere],
    ['completes names in Hebrew', inHebrew],
    ['takes names out of files as they are', hostile],
    ['offers nothing that could not be shown', hidden],
  ])('%s', (_title, trials) => {
    expectWords(typed, trials);
  });

  it.skipIf(why !== undefined)('runs nothing, and shows nothing that a terminal would obey', () => {
    expect(readdirSync(folder)).toEqual(before);
    expect(typed.get(hidden[0] as Trial)?.shown).not.toMatch(/owned|newline|\u202e/);
  });
});

describe.each(Object.entries(variants))('%s', (_, way) => {
  const why = missing(way);
  if (why !== undefined) console.warn(`skipped: ${why}`);
  it.skipIf(why !== undefined)('completes the same', { timeout: 300_000 }, () => {
    const trials = [...inEnglish, ...quoted];
    expectWords(typeAll(way, [[english, trials]]), trials);
  });
});

describe('these trials', () => {
  const why = missing(bash);
  it.skipIf(why !== undefined)('find a completion out that quotes nothing', { timeout: 60_000 }, () => {
    const folder = newFolder();
    const load = `_naive() { COMPREPLY=('n0 $(touch pwned)'); }; complete -F _naive partner`;
    const trial: Trial = ['partner advance --reviewer n0\t', 'advance', '--reviewer', 'n0 $(touch pwned)'];
    const typed = typeAll({ shell: 'bash', load }, [[folder, [trial]]]);
    expect(typed.get(trial)?.words).not.toEqual(trial.slice(1));
    expect(existsSync(join(folder, 'pwned'))).toBe(true);
  });
});

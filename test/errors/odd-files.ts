import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ProblemCode } from '../../src/core/problem.ts';

/** A folder that git cannot hold, or that is too large for it: made in a copy of the sound partnership. */
export interface OddFolder {
  readonly name: string;
  readonly codes: readonly ProblemCode[];
  readonly spoil: (root: string) => void;
  readonly en: readonly string[];
  readonly he: readonly string[];
}

const planning = 'stages/04-planning.yaml';
const managing = 'stages/05-managing.yaml';

/** Puts something else where a file stood. */
const replaced =
  (file: string, make: (path: string) => void) =>
  (root: string): void => {
    unlinkSync(join(root, file));
    make(join(root, file));
  };

const missing = {
  en: 'error[missing-file]: this file is missing (restore it from git or a backup; `partner init` in another folder shows what belongs in it)',
  he: 'error[missing-file]: הקובץ חסר (יש לשחזר אותו מ־git או מגיבוי; `partner init` בתיקייה אחרת מראה מה שייך בו)',
};

const irregular = (en: string, he: string) => ({
  en: `error[not-a-regular-file]: this is ${en}, not a regular file (put the file itself in the folder; links are not followed)`,
  he: `error[not-a-regular-file]: זה ${he}, לא קובץ רגיל (יש לשים בתיקייה את הקובץ עצמו; אין הליכה אחרי קישורים)`,
});

/** One odd thing at one file, told at its beginning. */
function oddFile(
  name: string,
  code: ProblemCode,
  file: string,
  spoil: (root: string) => void,
  told: { readonly en: string; readonly he: string },
): OddFolder {
  return { name, codes: [code], spoil, en: [`${file}:1:1: ${told.en}`], he: [`${file}:1:1: ${told.he}`] };
}

/** A copy of the model in the folder, of another version than its files follow. */
const ownCopy: OddFolder = {
  name: 'a model of its own in another version than the files follow',
  codes: ['model-version-differs'],
  spoil: (root) => {
    const model = readFileSync(join(import.meta.dirname, '../../templates/models/iblf-10/model.yaml'), 'utf8');
    mkdirSync(join(root, 'models', 'iblf-10'), { recursive: true });
    writeFileSync(join(root, 'models', 'iblf-10', 'model.yaml'), model.replace('version: 1', 'version: 3'));
    const home = readFileSync(join(root, 'partnership.yaml'), 'utf8');
    const told = home.replace('model: iblf-10\n', 'model: iblf-10\nmodel_version: 2\n');
    writeFileSync(join(root, 'partnership.yaml'), told);
  },
  en: [
    'partnership.yaml:6:16: warning[model-version-differs]: the files follow version 2 of iblf-10, but models/iblf-10/model.yaml is version 3 (put version 2 back there and bring the other one in with `partner model upgrade --model DIR`; where the files follow it already, write `model_version: 3`)',
  ],
  he: [
    'partnership.yaml:6:16: warning[model-version-differs]: הקבצים כתובים לפי גרסה 2 של iblf-10, אבל models/iblf-10/model.yaml הוא גרסה 3 (יש להחזיר לשם את גרסה 2 ולהכניס את האחרת ב־`partner model upgrade --model DIR`; אם הקבצים כבר כתובים לפיה, יש לכתוב `model_version: 3`)',
  ],
};

const kinds: readonly OddFolder[] = [
  oddFile(
    'a link where a stage file should stand',
    'not-a-regular-file',
    planning,
    replaced(planning, (path) => symlinkSync('05-managing.yaml', path)),
    irregular('a link', 'קישור'),
  ),
  oddFile(
    'a link that leads nowhere',
    'not-a-regular-file',
    'partnership.yaml',
    replaced('partnership.yaml', (path) => symlinkSync('gone.yaml', path)),
    irregular('a link', 'קישור'),
  ),
  oddFile(
    'a folder where the minutes book should stand',
    'not-a-regular-file',
    'reviews.yaml',
    replaced('reviews.yaml', (path) => mkdirSync(path)),
    irregular('a folder', 'תיקייה'),
  ),
  oddFile(
    'a pipe, from which nobody would ever get an answer',
    'not-a-regular-file',
    managing,
    replaced(managing, makePipe),
    irregular('a pipe', 'צינור (pipe)'),
  ),
];

function makePipe(path: string): void {
  const { status, stderr } = spawnSync('mkfifo', [path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mkfifo: ${stderr}`);
}

const absences: readonly OddFolder[] = [
  oddFile(
    'a stage file that is missing',
    'missing-file',
    planning,
    (root) => unlinkSync(join(root, planning)),
    missing,
  ),
  oddFile(
    'a passed stage whose file is missing',
    'missing-file',
    'stages/03-building.yaml',
    (root) => unlinkSync(join(root, 'stages/03-building.yaml')),
    missing,
  ),
  oddFile(
    'no minutes book',
    'missing-file',
    'reviews.yaml',
    (root) => unlinkSync(join(root, 'reviews.yaml')),
    missing,
  ),
  {
    name: 'no stages folder',
    codes: ['missing-file'],
    spoil: (root) => rmSync(join(root, 'stages'), { recursive: true }),
    en: stageFiles().map((file) => `${file}:1:1: ${missing.en}`),
    he: stageFiles().map((file) => `${file}:1:1: ${missing.he}`),
  },
  {
    name: 'a stage file under a wrong name',
    codes: ['missing-file', 'unknown-file'],
    spoil: (root) => renameSync(join(root, planning), join(root, 'stages/4-planning.yml')),
    en: [
      `${planning}:1:1: ${missing.en}`,
      `stages/4-planning.yml:1:1: warning[unknown-file]: "stages/4-planning.yml" is no stage file of this model (did you mean "${planning}"?)`,
    ],
    he: [
      `${planning}:1:1: ${missing.he}`,
      `stages/4-planning.yml:1:1: warning[unknown-file]: "stages/4-planning.yml" אינו קובץ של שלב במודל הזה (האם הכוונה ל־"${planning}"?)`,
    ],
  },
];

const capitals: readonly OddFolder[] = [
  {
    name: 'a stage file under a name with a capital',
    codes: ['missing-file', 'file-name-case'],
    spoil: (root) => renameSync(join(root, planning), join(root, 'stages/04-Planning.yaml')),
    en: [
      `stages/04-Planning.yaml:1:1: warning[file-name-case]: "stages/04-Planning.yaml" should be called "${planning}": disks of Linux tell capitals from small letters (rename it to "${planning}")`,
      `${planning}:1:1: ${missing.en}`,
    ],
    he: [
      `stages/04-Planning.yaml:1:1: warning[file-name-case]: השם "stages/04-Planning.yaml" צריך להיות "${planning}": דיסקים של Linux מבחינים בין אותיות גדולות לקטנות (יש לשנות את השם ל־"${planning}")`,
      `${planning}:1:1: ${missing.he}`,
    ],
  },
  {
    name: 'a folder beside the one that is meant, with a capital',
    codes: ['file-name-case'],
    spoil: (root) => mkdirSync(join(root, 'Stages')),
    en: [
      'Stages:1:1: warning[file-name-case]: "Stages" and "stages" differ only in their capitals: disks of macOS and Windows hold one of them (move one of them away, or give it another name)',
    ],
    he: [
      'Stages:1:1: warning[file-name-case]: "Stages" ו־"stages" נבדלים רק באותיות גדולות: דיסקים של macOS ושל Windows מחזיקים רק אחד מהם (יש להעביר אחד מהם למקום אחר, או לתת לו שם אחר)',
    ],
  },
];

function stageFiles(): string[] {
  const stages = ['scoping', 'identifying', 'building', 'planning', 'managing', 'resourcing'];
  const later = ['implementing', 'measuring', 'reviewing', 'concluding'];
  return [...stages, ...later].map(
    (stage, index) => `stages/${String(index + 1).padStart(2, '0')}-${stage}.yaml`,
  );
}

/** Adds lines to a file. */
function addLines(root: string, file: string, lines: readonly string[]): void {
  writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')}${lines.join('\n')}\n`);
}

const sizes: readonly OddFolder[] = [
  oddFile(
    'a file of more than 1 MiB',
    'file-too-large',
    managing,
    (root) => truncateSync(join(root, managing), 1_048_577),
    {
      en: 'error[file-too-large]: the file is larger than 1 MiB (keep documents beside it and name them as evidence)',
      he: 'error[file-too-large]: הקובץ גדול מ־1 MiB (מסמכים מקומם לצד הקובץ, ושמם נרשם כראיה)',
    },
  ),
  {
    name: 'a mapping of 5,001 keys',
    codes: ['too-many-keys'],
    // `x-people:` is line 43 of the file, and the key that is too many the 5,001st below it.
    spoil: (root) =>
      addLines(root, managing, [
        'x-people:',
        ...Array.from({ length: 5001 }, (_, index) => `  p${index}: 1`),
      ]),
    en: [`${managing}:5044:3: error[too-many-keys]: more than 5,000 keys in one mapping (write them as a list, or keep them in a file beside it)`],
    he: [`${managing}:5044:3: error[too-many-keys]: יותר מ־5,000 מפתחות במיפוי אחד (יש לכתוב אותם כרשימה, או להעביר אותם לקובץ נפרד לצד הקובץ)`],
  },
  {
    name: 'a file of more values than are read',
    codes: ['too-many-values'],
    spoil: (root) => addLines(root, managing, ['x-figures:', ...Array.from({ length: 40_000 }, () => '  - 1')]),
    en: [
      `${managing}:35822:5: error[too-many-values]: the file holds more values than can be read in good time (keep what is not needed any more in a file of your own beside it)`,
    ],
    he: [
      `${managing}:35822:5: error[too-many-values]: יש בקובץ יותר ערכים מכפי שאפשר לקרוא בזמן סביר (מה שאינו נחוץ עוד מקומו בקובץ משלכם לצד הקובץ)`,
    ],
  },
  {
    name: 'a file of 60,000 blank lines',
    codes: ['too-many-blank-lines'],
    spoil: (root) => addLines(root, managing, Array.from({ length: 60_000 }, () => '')),
    en: [
      `${managing}:50043:1: error[too-many-blank-lines]: too many blank lines and comment lines one after another (delete those that are not needed)`,
    ],
    he: [
      `${managing}:50043:1: error[too-many-blank-lines]: יותר מדי שורות ריקות ושורות הערה ברצף (יש למחוק את אלה שאינן נחוצות)`,
    ],
  },
];

/** Every odd folder that the tests make. */
export const oddFolders: readonly OddFolder[] = [
  ...kinds,
  ...absences,
  ...capitals,
  ...sizes,
  ownCopy,
];

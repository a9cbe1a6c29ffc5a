import { type ProblemWording, worded } from '../wording.ts';
import { kindsOfFile, meantOr, syntax } from './problem-words.ts';

/** The wording of problems that speak of a file as such, and of its YAML. */
export const fileProblems = {
  'missing-file': () =>
    worded(
      'this file is missing',
      'restore it from git or a backup; `partner init` in another folder shows what belongs in it',
    ),
  'unknown-file': (w) =>
    worded(
      `"${w.name}" is no stage file of this model`,
      meantOr(w, 'if it is a copy, move it out of stages/; the stages of the model have their files'),
    ),
  'file-name-case': (w) =>
    worded(
      w.both === 'true'
        ? `"${w.name}" and "${w.wanted}" differ only in their capitals: disks of macOS and Windows hold one of them`
        : `"${w.name}" should be called "${w.wanted}": disks of Linux tell capitals from small letters`,
      w.both === 'true' ? 'move one of them away, or give it another name' : `rename it to "${w.wanted}"`,
    ),
  'not-a-regular-file': (w) =>
    worded(
      `this is ${kindsOfFile[w.what ?? ''] ?? w.what}, not a regular file`,
      'put the file itself in the folder; links are not followed',
    ),
  'unreadable-file': (w) => worded(`this file cannot be read (${w.errno})`, 'check its permissions'),
  'file-empty': () => worded('the file is empty', 'restore it from git or a backup'),
  'file-too-large': () =>
    worded('the file is larger than 1 MiB', 'keep documents beside it and name them as evidence'),
  'not-utf8': (w) =>
    worded(
      `this is not UTF-8 text${w.encoding ? ` (it looks like ${w.encoding})` : ''}`,
      'save the file as UTF-8 in your editor',
    ),
  'repeated-bom': () => worded('a second byte order mark', 'delete it; save the file as UTF-8'),
  'control-character': (w) => worded(`the control character ${w.character} is not allowed`, 'delete it'),
  'bidi-control': (w) =>
    worded(
      `the direction control ${w.character} can make text read as something else`,
      'delete it unless you put it there on purpose',
    ),
  'conflict-marker': () =>
    worded('an unresolved merge', 'keep one of the two versions and delete the marker lines'),
  'too-many-problems': (w) =>
    worded(`${w.count} problems in this file; only the first ones are shown`, 'fix these and validate again'),
  'yaml-syntax': (w) => {
    const [message, hint] = syntax[w.detail ?? ''] ?? [
      `this cannot be read as YAML (${w.detail ?? 'syntax'})`,
      'compare the line with its neighbours; quote text that has ": " or " #" in it',
    ];
    return worded(message, hint);
  },
  'yaml-tab': () => worded('a tab where YAML wants spaces', 'indent with spaces'),
  'yaml-indentation': () =>
    worded('the indentation does not fit the lines above', 'align the line with its neighbours'),
  'yaml-unclosed': () => worded('a quote or bracket is not closed', 'close it, or quote the whole text'),
  'yaml-anchor': () =>
    worded('anchors (&name) are not allowed', 'write the value out; quote text that begins with &'),
  'yaml-alias': () =>
    worded('aliases (*name) are not allowed', 'write the value out; quote text that begins with *'),
  'yaml-tag': () =>
    worded('tags (!name) are not allowed', 'write the plain value; quote text that begins with !'),
  'yaml-directive': () => worded('directives (%NAME) are not allowed', 'delete the line'),
  'yaml-merge-key': () => worded('merge keys (<<) are not allowed', 'write the keys out'),
  'yaml-key-type': () => worded('a key must be plain text', 'put the key in quotes'),
  'multiple-documents': () =>
    worded('a second document begins here', 'keep one document a file; delete the line'),
  'duplicate-key': (w) =>
    worded(
      `the key "${w.key}" stands twice${w.line ? ` (first on line ${w.line})` : ''}`,
      'keep one of the two',
    ),
  'too-deep': () =>
    worded(
      'more than 64 levels inside one another',
      'this is not how the format looks; compare it with docs/FORMAT.md',
    ),
  'too-many-keys': () =>
    worded('more than 5,000 keys in one mapping', 'write them as a list, or keep them in a file beside it'),
  'too-many-values': () =>
    worded(
      'the file holds more values than can be read in good time',
      'keep what is not needed any more in a file of your own beside it',
    ),
  'too-many-blank-lines': () =>
    worded('too many blank lines and comment lines one after another', 'delete those that are not needed'),
} satisfies Partial<ProblemWording>;

import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of what a command reads and hands out beside the partnership. */
export const outputErrors = {
  'output-failed': (w) =>
    worded(
      `the output could not be written: ${w.errno}`,
      'what came out is not complete; make room or choose another place, and repeat the command',
    ),
  'no-such-file': (w) => worded(`there is no file ${w.file}`, 'check its path; -C DIR counts for it too'),
  'not-readable': (w) =>
    w.what
      ? worded(
          `${w.file} is not a regular file (${w.what})`,
          'give a file, or send the rows to `partner record --from -`',
        )
      : worded(`${w.file} cannot be read: ${w.errno}`, 'check its permissions'),
  'invalid-table': (w) =>
    worded(
      `${w.file}: ${w.count === '1' ? 'one problem' : `${w.count} problems`}, so none of its rows is recorded`,
      w.shown === w.count
        ? 'nothing was written; correct the file and repeat the command'
        : `nothing was written; these are the first ${w.shown}: correct the file and repeat the command`,
    ),
  'invalid-template': (w) =>
    worded(
      `the template ${w.file} cannot be used`,
      'docs/FORMAT.md tells what a template of a document may hold',
    ),
  'output-protected': (w) =>
    worded(
      `${w.file} is a file of the partnership itself, or of its tools, and is not written over`,
      'nothing was written; give another name with --out',
    ),
  'output-in-the-way': (w) =>
    worded(
      `${w.file} is there already and was not made by this program`,
      'nothing was written; to replace it, name it with --out',
    ),
  'no-output-folder': (w) =>
    worded(`there is no folder ${w.dir} to write into`, 'nothing was written; make it first'),
} satisfies Partial<ErrorWording>;

import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of git, and of taking back. */
export const historyErrors = {
  'git-missing': () =>
    worded('git is needed for this and was not found', 'install git, or put it on the PATH, and try again'),
  'no-repository': (w) =>
    worded(
      `${w.dir} is not in a git repository, so nothing tells its history`,
      'to begin one here: `git init`, `git add .`, `git commit`',
    ),
  'git-failed': (w) =>
    worded(
      `git refused: ${w.reason || 'it did not say why'}`,
      'nothing was changed; `git status` may say more',
    ),
  'commit-refused': (w) =>
    worded(
      `git refused to commit: ${w.reason || 'it did not say why'}`,
      'the change itself is written; put right what git complains of, then finish with:',
    ),
  'unknown-revision': (w) =>
    worded(
      `git knows no commit "${w.revision}"`,
      'name one by its hash, a branch, a tag, or HEAD~1; `partner history` lists them',
    ),
  'not-at-revision': (w) =>
    worded(`at ${w.revision} there was no such partnership yet`, '`partner history` shows where it begins'),
  'no-review': (w) =>
    worded(
      `no recorded review seals the stage ${w.stage}`,
      'only a stage that was passed, in a review that was committed, can be compared with it; `partner history --by stage` lists them',
    ),
  'nothing-to-undo': (w) =>
    worded(
      `there is no command to take back here${w.unusable === '0' ? '' : `; of ${w.unusable} the records in .partner/undo cannot be read`}`,
      '`partner undo --list` shows what there is; `init` is taken back by removing the folder, a change by hand with git or the editor',
    ),
  'nothing-to-redo': () =>
    worded(
      'nothing was taken back that could be done again',
      'a new command after `partner undo` ends the way back; `partner undo --list` shows what there is',
    ),
  'changed-since': (w) =>
    worded(
      w.places
        ? `${w.file} was changed since that command, in the same place: ${w.places}`
        : `${w.file} was changed since that command, and nothing tells what of it was the command’s`,
      'nothing was written; `partner undo --list` says what the command did: change that by hand, or with another command',
    ),
} satisfies Partial<ErrorWording>;

import { type ErrorWording, helpWord, worded } from '../wording.ts';
import { recordingProblems } from './recording-problems.ts';

const whyNot: Readonly<Record<string, string>> = {
  device: 'has a device of this name in every folder',
  characters: 'takes a character in this name for something else',
  end: 'drops the dots and spaces at the end of this name',
};

// What the arguments that say where to look may name.
const placeNames: Readonly<Record<string, string>> = {
  ROOT: 'ROOT is a folder with partnerships in it or below it, or one inside a partnership; without it, this folder counts',
  PATH: 'PATH is a partnership, one of its files, or a folder with partnerships below it; without it, this folder counts',
};
const placeCommands: Readonly<Record<string, string>> = { ROOT: 'list', PATH: 'validate' };

export const errors: ErrorWording = {
  ...recordingProblems,
  usage: (w) =>
    worded(
      w.problem ?? 'this command cannot be understood',
      `${w.example ? `such as \`${w.example}\`; ` : ''}see \`partner ${w.command ? `${w.command} ` : ''}--help\``,
    ),
  'no-partnership': (w) =>
    w.argument
      ? worded(
          `no partnership ${w.given ? 'there' : 'here'}: no folder at, above or below ${w.dir} has a partnership.yaml`,
          w.given
            ? placeNames[w.argument]
            : `name another place, \`partner ${placeCommands[w.argument]} ${w.argument}\`, or start a partnership: \`partner init DIR\``,
        )
      : worded(
          `no partnership here: neither ${w.dir} nor a folder above it has a partnership.yaml`,
          "go into a partnership's folder, name one with -C DIR, or start one with `partner init DIR`",
        ),
  'invalid-partnership': (w) =>
    worded(
      w.file
        ? `${w.file} has problems that must be fixed first`
        : 'the partnership has problems that must be fixed first',
      'nothing was written; `partner validate` shows every problem',
    ),
  'folder-exists': (w) =>
    w.holds === 'partnership'
      ? worded(
          `a partnership stands in ${w.dir} already`,
          'nothing was touched; `partner status` there shows it; for a new one choose another folder',
        )
      : worded(
          `something stands in ${w.dir} already and is in the way`,
          'nothing was touched; choose another folder',
        ),
  'file-exists': (w) =>
    worded(
      `${w.file} is there already and is in the way`,
      'nothing was touched; move it, or choose another folder',
    ),
  'no-such-folder': (w) =>
    worded(
      w.given && w.argument === 'PATH'
        ? `there is no file or folder ${w.dir}`
        : `there is no folder ${w.dir}`,
      w.given && w.argument
        ? placeNames[w.argument]
        : 'check the path; it counts from the folder that you stand in, or from that of -C',
    ),
  'not-writable': (w) =>
    worded(
      `${w.file} cannot be written: permission denied or read-only`,
      'nothing was changed; check the permissions of the file and its folder',
    ),
  'disk-full': (w) =>
    worded(
      `${w.file} was not written: the disk or your quota is full`,
      'nothing was changed; free some space and repeat the command',
    ),
  'io-failed': (w) =>
    worded(
      `${w.file} was not written or read: ${w.errno}`,
      w.errno === 'EBUSY'
        ? 'nothing was changed; close the program that has it open and repeat the command'
        : 'nothing was changed; check the disk and repeat the command',
    ),
  'changed-meanwhile': (w) =>
    worded(
      `${w.file} was changed by someone else meanwhile`,
      'nothing was overwritten; look at the file and repeat the command',
    ),
  'not-a-regular-file': (w) =>
    worded(
      `${w.file} is a ${w.what}, or lies behind one, and is left alone`,
      "put the file itself in the partnership's folder",
    ),
  locked: (w) =>
    worded(
      `another command is at work on this partnership: ${w.holder}`,
      'try again when it is done; if it never will be, `partner unlock`',
    ),
  'edit-refused': (w) =>
    worded(
      `the file's layout at ${w.path || 'its root'} leaves no safe way to make this change`,
      'nothing was written; make it by hand, then run `partner validate`',
    ),
  'file-would-be-too-large': (w) =>
    worded(
      `with this the file would have ${w.size} bytes; more than ${w.most} are not read`,
      'nothing was written; keep a figure a month rather than one a day, say less in each entry, or remove what is no longer needed',
    ),
  'upgrade-impossible': (w) =>
    worded(
      `this partnership cannot go on to version ${w.version} of ${w.model}: ${w.reason}`,
      'nothing was written; it goes on by the version that it follows',
    ),
  'newer-format': (w) =>
    worded(
      `this partnership is of format ${w.format}, which this version of partner does not know`,
      `this version reads format ${w.known}; nothing was touched; install a newer partner`,
    ),
  'older-format': (w) =>
    worded(
      `this partnership is of format ${w.format}; this version of partner works with format ${w.known}`,
      'nothing was touched; `partner model upgrade --dry-run` shows what its files become, `partner model upgrade` does it',
    ),
  'newer-model': (w) =>
    worded(
      `this partnership follows version ${w.version} of ${w.model}, which this version of partner does not know`,
      `this version knows ${w.model} up to version ${w.newest}; nothing was touched; install a newer partner`,
    ),
  cancelled: () => worded('cancelled; nothing was written'),
  'needs-answer': (w) =>
    worded(
      `${w.what} is needed, and there is nobody to ask`,
      `give it ${w.option ? `with ${w.option}` : 'on the command line'}, or run this on a terminal, which asks`,
    ),
  'unknown-item': (w) =>
    worded(
      `the stage ${w.stage} has no item "${w.item}"`,
      w.nearest ? `did you mean ${w.nearest}?` : `its items are: ${w.known}`,
    ),
  'unknown-stage': (w) =>
    worded(
      `the model has no stage "${w.stage}"`,
      w.nearest ? `did you mean ${w.nearest}?` : `its stages are: ${w.known}`,
    ),
  'unknown-section': (w) =>
    worded(
      `there is no section "${w.section}" in this model`,
      w.nearest ? `did you mean ${w.nearest}?` : `its sections are: ${w.known}`,
    ),
  'unknown-entry': (w) =>
    worded(
      `${w.section} has no entry "${w.id}"`,
      w.nearest
        ? `did you mean ${w.nearest}?`
        : w.known
          ? `its entries are: ${w.known}`
          : w.section === 'conditions'
            ? 'no review has set a condition yet: `partner advance --condition "text;owner;due"`'
            : `it has no entries yet; add one: \`partner add ${w.section} …\``,
    ),
  'unknown-key': (w) =>
    worded(
      `${w.section} has no field "${w.key}"`,
      `${w.nearest ? `did you mean ${w.nearest}? ` : `its fields are: ${w.known}; `}\`partner help ${helpWord(w.section)}\` explains them`,
    ),
  'unknown-model': (w) =>
    worded(
      `there is no model "${w.id}"`,
      `${w.known ? `known are: ${w.known}` : 'see `partner model list`'}; or give the folder of your own`,
    ),
  'unknown-topic': (w) =>
    worded(
      `nothing is known of "${w.topic}": no command, topic, section or stage has that name`,
      w.nearest
        ? `did you mean \`partner help ${w.nearest}\`?`
        : `see \`partner help\`; the topics are: ${w.known}`,
    ),
  'invalid-model': (w) =>
    worded(
      `the model in ${w.dir} has problems`,
      'nothing was written; `partner model check DIR` checks it again',
    ),
  'invalid-value': (w) =>
    worded(
      w.key ? `${w.key}: "${w.value}" is not ${w.expected}` : 'this would make the partnership invalid',
      w.key
        ? (w.hint ?? 'nothing was written; correct the value and repeat the command')
        : 'nothing was written; correct what is named above and repeat the command',
    ),
  'duplicate-entry': (w) =>
    worded(
      `${w.section} has an entry "${w.id}" already`,
      `change it with \`partner set ${w.section}/${w.id} …\`, or give the new one another id`,
    ),
  'still-referenced': (w) =>
    worded(`${w.section}/${w.id} is still referred to by ${w.by}`, 'nothing was written; change those first'),
  'gate-blocked': (w) =>
    worded(
      `the gate of “${w.title}” is not open yet`,
      'nothing was written; `partner check ITEM` ticks what is done, `partner help gates` tells of waivers',
    ),
  'partnership-ended': (w) =>
    worded(
      `the partnership has ended (${w.state})`,
      'a return reopens it: `partner advance --decision return --to STAGE --reason "…"`',
    ),
  'not-passed': (w) =>
    worded(
      `${w.stage} has not been passed, so there is nothing to reconfirm`,
      w.known
        ? `passed stages are: ${w.known}`
        : 'no stage has been passed yet; `partner status` shows where it stands',
    ),
  'reason-missing': (w) =>
    worded(
      w.item ? `waiving ${w.item} needs a reason` : `the decision "${w.decision}" needs a reason`,
      w.item ? `write it behind the item: --waive "${w.item}=why"` : 'give it with --reason "why"',
    ),
  'stage-ahead': (w) =>
    worded(
      `${w.stage} lies ahead of the current stage`,
      'a return goes back to an earlier stage, or does the current one over: name one of these with --to',
    ),
  'output-failed': (w) =>
    worded(
      `the output could not be written: ${w.errno}`,
      'what came out is not complete; make room or choose another place, and repeat the command',
    ),
  'no-metrics': () =>
    worded(
      'there are no metrics to record values of',
      'add one with `partner add metrics name=… kind=output aggregate=sum`',
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
  'name-not-possible': (w) =>
    worded(
      `${w.file}: Windows ${whyNot[w.why ?? ''] ?? 'takes no such name'}: "${w.name}"`,
      'nothing was written; give another name',
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
  'review-committed': (w) =>
    worded(
      `the review ${w.review} is in the last commit already, and the minutes book is only added to`,
      'a later review corrects it: `partner advance --decision return --to STAGE --reason "…"`. Where nobody else has that commit yet, `git reset HEAD~1` takes the commit back and leaves the files; then `partner undo` works',
    ),
  'review-outdated': () =>
    worded(
      'the stage was changed since, so that this review cannot come back as it was held',
      'nothing was written; hold the review anew: `partner advance`',
    ),
};

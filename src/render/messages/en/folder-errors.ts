import { type ErrorWording, worded } from '../wording.ts';

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

/** The wording of refusals that speak of where a command works and of the files that it writes. */
export const folderErrors = {
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
  'name-not-possible': (w) =>
    worded(
      `${w.file}: Windows ${whyNot[w.why ?? ''] ?? 'takes no such name'}: "${w.name}"`,
      'nothing was written; give another name',
    ),
} satisfies Partial<ErrorWording>;

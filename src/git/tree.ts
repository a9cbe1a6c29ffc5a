import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { GitObject, ObjectReader } from './objects.ts';

interface TreeEntry {
  readonly name: string;
  readonly mode: string;
  readonly oid: string;
}

/** The commit that a revision names, with its tree. Throws `unknown-revision` (params `revision`). */
export async function resolveCommit(objects: ObjectReader, revision: string): Promise<string> {
  const commit = await objects.read(`${revision}^{commit}`);
  if (commit === undefined) throw new PartnerError('unknown-revision', { revision });
  return commit.oid;
}

/** The commit that is checked out; undefined in a repository without commits. */
export async function headCommit(objects: ObjectReader): Promise<string | undefined> {
  return (await objects.read('HEAD^{commit}'))?.oid;
}

/** The day on which a commit was made, by its author's clock: `YYYY-MM-DD`. */
export async function dayOfCommit(objects: ObjectReader, oid: string): Promise<CalendarDate | undefined> {
  const text = (await objects.read(oid))?.bytes?.toString('utf8') ?? '';
  const match = /^author .*> (\d+) ([+-])(\d\d)(\d\d)$/m.exec(text);
  if (match === null) return undefined;
  const [, seconds, sign, hours, minutes] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  return addDays('1970-01-01', Math.floor((Number(seconds) + offset) / secondsOfDay));
}

/**
 * The files of a folder at a commit, by their paths inside it: those directly in it, and those in the
 * folders below it that `enter` names. Links and submodules are left out.
 */
export async function readFolder(
  objects: ObjectReader,
  commit: string,
  prefix: string,
  enter: (folder: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  let tree = await objects.read(`${commit}^{tree}`);
  for (const name of prefix.split('/').filter((part) => part !== '')) {
    const entry = entriesOf(tree).find((one) => one.name === name && one.mode === folderMode);
    tree = entry === undefined ? undefined : await objects.read(entry.oid);
  }
  return filesOf(objects, tree, '', enter);
}

const folderMode = '40000';
const secondsOfDay = 86_400;

async function filesOf(
  objects: ObjectReader,
  tree: GitObject | undefined,
  path: string,
  enter: (folder: string) => boolean,
): Promise<Map<string, string>> {
  const entries = entriesOf(tree);
  const files = new Map(
    entries.filter(({ mode }) => mode.startsWith('100')).map(({ name, oid }) => [`${path}${name}`, oid]),
  );
  const folders = entries.filter(({ mode, name }) => mode === folderMode && enter(`${path}${name}`));
  const trees = await objects.readAll(folders.map(({ oid }) => oid));
  for (const [index, { name }] of folders.entries()) {
    for (const [file, oid] of await filesOf(objects, trees[index], `${path}${name}/`, enter))
      files.set(file, oid);
  }
  return files;
}

/** A tree as git stores it: `<mode> <name>`, a NUL, the bytes of the entry's object name; again and again. */
function entriesOf(tree: GitObject | undefined): TreeEntry[] {
  const bytes = tree?.type === 'tree' ? tree.bytes : undefined;
  const entries: TreeEntry[] = [];
  const nameBytes = (tree?.oid.length ?? 0) / 2;
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, end),
      oid: bytes.toString('hex', end + 1, end + 1 + nameBytes),
    });
    at = end + 1 + nameBytes;
  }
  return entries;
}

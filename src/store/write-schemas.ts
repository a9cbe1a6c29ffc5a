import { join } from 'node:path';
import { equalData } from '../core/equal-data.ts';
import { PartnerError } from '../core/partner-error.ts';
import { fileKinds, modelines } from '../core/schema/schema-files.ts';
import { type ChangeOptions, clearUp } from './change-partnership.ts';
import { assertInside } from './files/inside-root.ts';
import { withLock } from './files/lock.ts';
import { readRegularFile, sameBytes } from './files/read-file.ts';
import { storageError } from './files/storage-error.ts';
import type { FileContent } from './files/write-file.ts';
import { type LoadedPartnership, loadPartnership } from './load-partnership.ts';
import { parseSource, type SourceText } from './read-source.ts';
import { writeWithUndo } from './undo/write-with-undo.ts';

/** A file that was written, or would be; `before` is undefined where there was none. */
export interface WrittenFile {
  readonly file: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** Makes the schemas of a partnership; `isOurs` knows those that it made before. */
export interface SchemaMaker {
  readonly make: (loaded: LoadedPartnership) => Promise<readonly FileContent[]>;
  readonly isOurs: (text: string) => boolean;
}

/**
 * Brings the schemas in a partnership's folder up to date and puts the lines by which editors find them at the
 * head of its files, where none stand yet: all of them or none. Gives what was not as wanted. Throws `file-exists` where a schema's name is taken by a file of somebody else's.
 */
export async function writeSchemas(
  root: string,
  options: ChangeOptions,
  maker: SchemaMaker,
): Promise<{ readonly written: readonly WrittenFile[]; readonly loaded: LoadedPartnership }> {
  const apply = async () => {
    if (!options.dryRun) clearUp(root, options.lock.facts);
    const loaded = await loadPartnership(root, options);
    const schemas = (await maker.make(loaded)).flatMap((schema) => changeOfSchema(root, schema, maker));
    const written = [...schemas, ...(await changesOfHeads(loaded))];
    if (!options.dryRun && written.length > 0) writeWithUndo(root, written, options);
    return { written, loaded };
  };
  return options.dryRun ? apply() : withLock(root, options.lock, apply);
}

function changeOfSchema(
  root: string,
  { path: file, bytes }: FileContent,
  { isOurs }: SchemaMaker,
): WrittenFile[] {
  const path = join(root, file);
  assertInside(root, path);
  const reading = readRegularFile(path);
  if (reading.kind === 'unreadable') throw storageError(reading.cause, path);
  if (reading.kind === 'not-regular')
    throw new PartnerError('not-a-regular-file', { file: path, what: reading.what });
  if (reading.kind !== 'file') return [{ file, before: undefined, after: bytes }];
  if (sameBytes(reading.bytes, bytes)) return [];
  if (!isOurs(new TextDecoder().decode(reading.bytes))) throw new PartnerError('file-exists', { file: path });
  return [{ file, before: reading.bytes, after: bytes }];
}

async function changesOfHeads({ partnership, files }: LoadedPartnership): Promise<WrittenFile[]> {
  const changes: WrittenFile[] = [];
  for (const kind of fileKinds(partnership.model)) {
    const source = files.get(kind.file);
    const after = source === undefined ? undefined : withHead(source, modelines(kind));
    if (source?.bytes === undefined || after === undefined) continue;
    // A comment changes no data; where a file is too odd or too large for one more, it keeps its head.
    if (equalData((await parseSource(source.file, after)).data, source.data))
      changes.push({ file: source.file, before: source.bytes, after });
  }
  return changes;
}

/** The bytes of a file with lines of comment at its head; undefined where it names a schema, or cannot be read. */
function withHead({ text, bytes, data }: SourceText, lines: readonly string[]): Uint8Array | undefined {
  if (bytes === undefined || data === undefined || namesSchema(text)) return undefined;
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const head = new TextEncoder().encode(lines.map((line) => `# ${line}${eol}`).join(''));
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return Buffer.concat([bytes.subarray(0, mark), head, bytes.subarray(mark)]);
}

// As yaml-language-server knows them (modelineUtil.ts): one of somebody's own is not to be gainsaid.
function namesSchema(text: string): boolean {
  return /^#\s+(?:yaml-language-server\s*:|\$schema:)/m.test(text);
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { equalData } from '../core/equal-data.ts';
import { mergeData } from '../core/merge/merge-data.ts';
import { type Migration, migrated } from '../core/migrations.ts';
import { PartnerError } from '../core/partner-error.ts';
import { builtInSections } from '../core/schema/registry.ts';
import { homeFile } from './discover.ts';
import { isLink } from './folder-listing.ts';
import { carryOut } from './merge/carry-out.ts';
import { bytesOf, type Version, versionOf } from './merge/version.ts';
import { readBytes } from './read-source.ts';
import { emitYaml } from './yaml/emit.ts';

/** The YAML files that are a partnership's own, as bytes, by their paths in its folder. */
export function folderBytes(root: string): ReadonlyMap<string, Uint8Array> {
  const names = [homeFile, 'reviews.yaml', ...yamlIn(root, 'stages'), ...modelFiles(root)];
  return new Map(
    names.flatMap((file): [string, Uint8Array][] => {
      const bytes = readBytes(root, file);
      return typeof bytes === 'string' ? [] : [[file, bytes]];
    }),
  );
}

function modelFiles(root: string): string[] {
  if (!existsSync(join(root, 'models')) || isLink(join(root, 'models'))) return [];
  const ids = readdirSync(join(root, 'models'));
  return ids.flatMap((id) => [...yamlIn(root, `models/${id}`), ...yamlIn(root, `models/${id}/versions`)]);
}

function yamlIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path) || isLink(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[^.].*\.ya?ml$/i.test(entry.name))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/**
 * A folder's files in a newer format: what a step changes is spliced into what stands there, so that layout and
 * comments stay. `undefined` stands for a file that goes. Throws `edit-refused` where a layout leaves no way.
 */
export function migratedFiles(
  files: ReadonlyMap<string, Uint8Array>,
  steps: readonly Migration[],
): Map<string, Uint8Array | undefined> {
  const versions = new Map<string, Version>();
  for (const [file, bytes] of files) {
    const version = versionOf(bytes);
    if (version === undefined) throw new PartnerError('edit-refused', { path: file });
    versions.set(file, version);
  }
  const wanted = migrated(new Map([...versions].map(([file, { data }]) => [file, data])), steps);
  const all = new Map<string, Uint8Array | undefined>([...files.keys()].map((file) => [file, undefined]));
  for (const [file, data] of wanted) all.set(file, rewritten(versions.get(file), data));
  return all;
}

/** The same of a folder as it once was; `undefined` where something in it cannot be read. */
export function migratedSnapshot(
  files: ReadonlyMap<string, Uint8Array>,
  steps: readonly Migration[],
): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const all = migratedFiles(files, steps);
    return new Map([...all].flatMap(([file, bytes]) => (bytes === undefined ? [] : [[file, bytes]])));
  } catch (error) {
    if (error instanceof PartnerError) return undefined;
    throw error;
  }
}

function rewritten(version: Version | undefined, wanted: unknown): Uint8Array {
  const text = new TextEncoder().encode(emitYaml(wanted, { indent: 2, eol: '\n' }));
  const theirs = versionOf(text);
  if (version === undefined || theirs === undefined) return text;
  if (equalData(version.data, wanted)) return bytesOf(version);
  const { changes } = mergeData(
    { base: version.data, ours: version.data, theirs: theirs.data },
    builtInSections,
  );
  return bytesOf(changes.reduce((now, change) => carryOut(now, change, theirs), version));
}

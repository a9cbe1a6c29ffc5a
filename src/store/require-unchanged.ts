import { join } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import { readRegularFile, sameBytes } from './files/read-file.ts';
import type { SourceText } from './read-source.ts';

/**
 * Makes sure that files still hold what was read from them, but for those that are written anyway and looked
 * at then. Throws `changed-meanwhile`.
 */
export function requireUnchanged(
  root: string,
  files: ReadonlyMap<string, SourceText>,
  besides: readonly string[],
): void {
  for (const { file, bytes } of files.values()) {
    if (bytes === undefined || besides.includes(file)) continue;
    const path = join(root, file);
    const reading = readRegularFile(path, undefined, { maxBytes: bytes.length });
    if (reading.kind !== 'file' || !sameBytes(reading.bytes, bytes))
      throw new PartnerError('changed-meanwhile', { file: path });
  }
}

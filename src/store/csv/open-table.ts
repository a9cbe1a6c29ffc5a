import { realpathSync } from 'node:fs';
import { PartnerError } from '../../core/partner-error.ts';
import { readRegularFile } from '../files/read-file.ts';
import { hasCode, isSystemError, nameOf } from '../files/storage-error.ts';
import { maxFileBytes } from '../yaml/limits.ts';
import { readTable, type TableReading, tooLargeTable } from './read-table.ts';

/**
 * Reads a table that somebody keeps anywhere; `shown` is its name for messages. Links are followed,
 * since nothing is written there. Throws `no-such-file` and `not-readable`.
 */
export async function openTable(path: string, shown: string): Promise<TableReading> {
  const outcome = readRegularFile(realPath(path, shown), undefined, { maxBytes: maxFileBytes });
  if (outcome.kind === 'file') return readTable(outcome.bytes);
  if (outcome.kind === 'too-large') return tooLargeTable();
  if (outcome.kind === 'missing') throw new PartnerError('no-such-file', { file: shown });
  const why = outcome.kind === 'not-regular' ? { what: outcome.what } : { errno: outcome.errno };
  throw new PartnerError('not-readable', { file: shown, ...why });
}

function realPath(path: string, shown: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR'))
      throw new PartnerError('no-such-file', { file: shown }, { cause: error });
    if (!isSystemError(error)) throw error;
    throw new PartnerError('not-readable', { file: shown, errno: nameOf(error) }, { cause: error });
  }
}

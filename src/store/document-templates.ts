import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import { readRegularFile } from './files/read-file.ts';
import { storageError } from './files/storage-error.ts';

/** The text of a template, and the file that it was read from, for problems in it. */
export interface TemplateSource {
  readonly text: string;
  /** Relative to the partnership's folder where it is its own. */
  readonly file: string;
}

/** The folder inside a partnership that holds its own templates. */
const ownTemplates = 'documents';

// Far more than a document of fifty pages; what is larger is no template.
const maxTemplateBytes = 256 * 1024;

/**
 * Finds the template of a kind of document in a language: the partnership's own in
 * `documents/<kind>.<language>.md`, else the one that comes with the program. Throws `io-failed`,
 * `not-a-regular-file`, `file-would-be-too-large`.
 */
export function findTemplate(
  root: string,
  kind: string,
  language: string,
  resources: string,
): TemplateSource {
  const name = `${kind}.${language}.md`;
  const own = `${ownTemplates}/${name}`;
  const isOwn = existsSync(join(root, own));
  const path = isOwn ? join(root, own) : join(resources, ownTemplates, name);
  const outcome = readRegularFile(path, undefined, { maxBytes: maxTemplateBytes });
  if (outcome.kind === 'file')
    return { text: new TextDecoder().decode(outcome.bytes), file: isOwn ? own : name };
  if (outcome.kind === 'not-regular')
    throw new PartnerError('not-a-regular-file', { file: own, what: outcome.what });
  if (outcome.kind === 'unreadable') throw storageError(outcome.cause, path);
  throw new PartnerError('io-failed', {
    file: own,
    errno: outcome.kind === 'too-large' ? 'EFBIG' : 'ENOENT',
  });
}

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { equalData } from '../core/equal-data.ts';
import { exampleDeclarations } from '../core/new-model.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Model } from '../core/schema/model.ts';
import { createFilesInFolder, createFolderAtomically } from './files/create-folder.ts';
import type { ProcessFacts } from './files/lock-identity.ts';
import { modelFile } from './models.ts';
import { parseSource } from './read-source.ts';
import { readResource } from './resources.ts';
import { editYaml } from './yaml/edit.ts';
import { emitYaml } from './yaml/emit.ts';

/** The comments that a new model begins with, and those before its example of a section. */
export interface ModelComments {
  readonly head: readonly string[];
  readonly sections: readonly string[];
}

/** The file of a built-in model, as it is written for people to read. */
export function builtInModelBytes(id: string, resources: string): Uint8Array {
  return Buffer.from(readResource(resources, `models/${id}.yaml`));
}

/**
 * The file of a new model: another one's text with an id of its own and as its first version, with comments that
 * teach the form. What the text says of itself at its head is replaced where this program wrote it.
 */
export async function newModelBytes(
  source: Uint8Array,
  id: string,
  { head, sections }: ModelComments,
): Promise<Uint8Array> {
  const edited = editYaml(source, [
    { kind: 'set', path: ['model'], value: id },
    { kind: 'set', path: ['version'], value: 1 },
  ]).bytes;
  const { data, text } = await parseSource(modelFile, edited);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines = (comment: readonly string[]) =>
    comment.map((line) => `${`# ${line}`.trimEnd()}${eol}`).join('');
  const body = withExample(withoutOurHead(text), data as Model, lines(sections), eol);
  const bytes = new TextEncoder().encode(`${lines(head)}${eol}${body}`);
  // Comments change no data; where a text is too odd for that, it is copied as it is.
  return equalData((await parseSource(modelFile, bytes)).data, data) ? bytes : edited;
}

/** The text without the comment at its head, where that tells how to try the model: the new head does. */
function withoutOurHead(text: string): string {
  const head = /^(?:#.*(?:\r?\n|$)|[ \t]*\r?\n)+/.exec(text)?.[0] ?? '';
  return head.includes('partner model check') ? text.slice(head.length) : text;
}

/** The text with an example of a section, commented out, before its stages; as it is where it has sections of its own. */
function withExample(text: string, model: Model, before: string, eol: string): string {
  const at = /^stages:/m.exec(text)?.index;
  if (at === undefined || model.own_sections !== undefined || text.includes('# own_sections:')) return text;
  const example = emitYaml(exampleDeclarations(model.languages), { indent: 2, eol });
  const commented = example.replace(/^(?=.)/gm, '# ');
  return `${text.slice(0, at)}${eol}${before}#${eol}${commented}${eol}${text.slice(at)}`;
}

/**
 * Puts a new model into a folder, which is made where it is missing; nothing that stands there is replaced. Throws
 * `file-exists` (params `file`) where the folder has a model, `folder-exists` where it is no folder.
 */
export function createModel(folder: string, bytes: Uint8Array, facts: ProcessFacts): void {
  requireNoModel(folder);
  const files = [{ path: modelFile, bytes }];
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0;
  if (isNew) createFolderAtomically(folder, files, facts);
  else createFilesInFolder(folder, files, facts);
}

/** Says why no model can be put into a folder, by throwing `file-exists` or `folder-exists`. */
export function requireNoModel(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) throw new PartnerError('folder-exists', { dir: folder });
  const file = join(folder, modelFile);
  // A broken link is in the way as well.
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined)
    throw new PartnerError('file-exists', { file });
}

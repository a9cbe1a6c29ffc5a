import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { OffsetProblem } from '../core/problem.ts';
import { readRegularFile } from './files/read-file.ts';
import { readResource } from './resources.ts';
import { decodeText } from './yaml/decode.ts';
import { maxFileBytes } from './yaml/limits.ts';
import { emptyProblemList, reportedProblems } from './yaml/problem-list.ts';

/** The text of a template; where there are problems, it may be only a part of it. */
export interface TemplateReading {
  readonly text: string;
  readonly path: string;
  readonly problems: readonly OffsetProblem[];
}

// The folder of templates, in a partnership and in what the build made.
const templates = 'documents';

/** Whether a partnership has a template of its own for a kind of document in a language; a broken link counts. */
export function hasOwnTemplate(root: string, kind: string, language: string): boolean {
  return lstatSync(templatePath(root, kind, language), { throwIfNoEntry: false }) !== undefined;
}

function templatePath(folder: string, kind: string, language: string): string {
  return join(folder, templateName(kind, language));
}

function templateName(kind: string, language: string): string {
  return `${templates}/${kind}.${language}.md`;
}

/**
 * Reads the template of a kind of document in a language: the partnership's own in
 * `documents/<kind>.<language>.md`, else the one that comes with the program. Problems are those that a
 * file of a partnership can have before its YAML is looked at.
 */
export function readTemplate(
  root: string,
  kind: string,
  language: string,
  resources: string,
): TemplateReading {
  // A broken link must be reported, and not be passed over for ours.
  if (!hasOwnTemplate(root, kind, language)) {
    const path = templatePath(resources, kind, language);
    return { text: readResource(resources, templateName(kind, language)), path, problems: [] };
  }
  const path = templatePath(root, kind, language);
  const outcome = readRegularFile(path, undefined, { maxBytes: maxFileBytes });
  const unread = (code: OffsetProblem['code'], params: OffsetProblem['params'] = {}): TemplateReading => {
    return { text: '', path, problems: [{ code, at: 0, params }] };
  };
  if (outcome.kind === 'missing') return unread('missing-file');
  if (outcome.kind === 'too-large')
    return unread('file-too-large', { size: outcome.size, most: maxFileBytes });
  if (outcome.kind === 'not-regular') return unread('not-a-regular-file', { what: outcome.what });
  if (outcome.kind === 'unreadable') return unread('unreadable-file', { errno: outcome.errno });
  const found = emptyProblemList();
  const { text } = decodeText(outcome.bytes, found);
  const problems = reportedProblems(found)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, start, params }) => ({ code, at: start, params }));
  return { text, path, problems };
}

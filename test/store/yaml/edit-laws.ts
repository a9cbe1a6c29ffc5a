import { isCollection, isMap, isPair, isScalar, Lexer, type ParsedNode, parseDocument } from 'yaml';
import { equalData } from '../../../src/core/equal-data.ts';
import { type DataPath, formatPath } from '../../../src/core/problem.ts';
import { applyEdit, type Edit } from '../../../src/store/yaml/data-edit.ts';
import { type EditedYaml, editYaml } from '../../../src/store/yaml/edit.ts';

/** Whatever edits files: the editor under test, or a naive one that must break the laws. */
export type Editor = (bytes: Uint8Array, edits: readonly Edit[]) => EditedYaml;

/** What an edit broke, in words; `undefined` where every law holds. */
export function brokenLaw(
  bytes: Uint8Array,
  data: unknown,
  edit: Edit,
  editor: Editor = editYaml,
): string | undefined {
  const wanted = applyEdit(data, edit);
  const result = editor(bytes, [edit]);
  if (!equalData(result.data, wanted)) return 'the data is not what the edit means';
  const before = decode(bytes);
  const after = decode(result.bytes);
  if (!equalData(parse(after.replace(/^\uFEFF/, '')).toJS(), wanted))
    return 'another reader finds other data';
  if (equalData(wanted, data)) {
    return result.changed || result.bytes !== bytes ? 'nothing was to change' : undefined;
  }
  if (!result.changed) return 'changed is false';
  return (
    brokenBytes(before, after) ?? brokenLines(before, after, edit) ?? brokenRepeat(result.bytes, edit, editor)
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function parse(text: string) {
  return parseDocument<ParsedNode>(text, { version: '1.2', schema: 'core', uniqueKeys: false });
}

function brokenBytes(before: string, after: string): string | undefined {
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) return 'BOM';
  const crlf = before.includes('\r\n');
  if (crlf ? /(?<!\r)\n/.test(after) : after.includes('\r')) return 'line ends';
  // Removing what stands below a block that keeps its blank lines bares a line end that is its text.
  if (before.includes('|+') && !before.endsWith('\n')) return undefined;
  return before.endsWith('\n') === after.endsWith('\n') ? undefined : 'the final line end';
}

function brokenRepeat(bytes: Uint8Array, edit: Edit, editor: Editor): string | undefined {
  const again = edit.kind === 'set' || (edit.kind === 'remove' && typeof edit.path.at(-1) === 'string');
  return again && editor(bytes, [edit]).bytes !== bytes ? 'a second time changes more' : undefined;
}

/** The lines a value stands on, from its key or dash to its last line, counted from 0. */
interface Region {
  readonly node: ParsedNode | null;
  readonly first: number;
  readonly valueFirst: number;
  readonly last: number;
}

function brokenLines(beforeText: string, afterText: string, edit: Edit): string | undefined {
  const text = beforeText.replace(/^\uFEFF/, '');
  const before = text.split(/\r?\n/);
  const after = afterText.replace(/^\uFEFF/, '').split(/\r?\n/);
  const chain = regionsOn(text, edit.path);
  const region = chain.at(-1);
  if (region === undefined) return 'no region';
  const lost = lostComment(text, afterText, edit, chain);
  if (lost !== undefined) return `the comment ${lost} is gone`;
  const isWhole = chain.length === edit.path.length + 1;
  if (edit.kind === 'remove') return brokenRemoval(before, after, chain);
  if (edit.kind === 'set' && isWhole) return brokenReplacement(before, after, region, edit.value);
  const count = isCollection(region.node) ? region.node.items.length : 0;
  if (count === 0) return outside(before, after, region);
  const changed = unalike(before, after);
  const limit = isFlow(region.node) ? 1 : 0;
  if (changed.before > limit) return `an addition changed ${changed.before} lines`;
  return outside(before, after, region);
}

/** A comment that is gone and did not stand inside what was replaced or removed. */
function lostComment(
  before: string,
  after: string,
  edit: Edit,
  chain: readonly Region[],
): string | undefined {
  const [parent, region] = chain.slice(-2);
  const about = edit.kind === 'remove' && isOnly(parent) ? parent : (region ?? parent);
  const isAddition = edit.kind === 'append' || edit.kind === 'extend' || chain.length <= edit.path.length;
  const staying = commentsIn(before).filter(
    ({ offset }) => isAddition || about === undefined || !isAbout(about, offset, edit, before),
  );
  const left = commentsIn(after).map(({ source }) => source);
  return staying.find(({ source }) => {
    const at = left.indexOf(source);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  })?.source;
}

function isOnly(region: Region | undefined): boolean {
  return isCollection(region?.node) && region.node.items.length === 1;
}

/** A comment goes with the collection it is in or beside, and with the lines of what is removed. */
function isAbout(region: Region, offset: number, edit: Edit, text: string): boolean {
  const line = text.slice(0, offset).split('\n').length - 1;
  const isInside = line >= region.first && line <= region.last;
  if (edit.kind === 'remove') return isInside;
  return isInside && isCollection(region.node) && offset > region.node.range[0];
}

function commentsIn(text: string): { source: string; offset: number }[] {
  const comments = [];
  let offset = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isText) comments.push({ source: lexeme, offset });
    isText = lexeme === '\u001f';
    if (!/^[\u0002\u0018\u001f]$/.test(lexeme)) offset += lexeme.length;
  }
  return comments;
}

function brokenReplacement(
  before: string[],
  after: string[],
  region: Region,
  value: unknown,
): string | undefined {
  const isScalarNow =
    region.node === null || (isScalar(region.node) && !region.node.type?.startsWith('BLOCK'));
  const isShort = (typeof value !== 'object' || value === null) && !String(value).includes('\n');
  if (isScalarNow && isShort && region.valueFirst === region.last) {
    const differing = before.filter((line, index) => line !== after[index]).length;
    if (before.length !== after.length || differing !== 1) return `${differing} lines differ for one scalar`;
  }
  return outside(before, after, region);
}

function brokenRemoval(before: string[], after: string[], chain: readonly Region[]): string | undefined {
  const [parent, region] = chain.slice(-2);
  if (parent === undefined || region === undefined || !isCollection(parent.node)) return 'no parent';
  const changed = unalike(before, after);
  if (parent.node.items.length === 1) return outside(before, after, parent);
  if (changed.after > 1) return `a removal changed ${changed.after} lines`;
  if (isFlow(parent.node)) return outside(before, after, parent);
  const kept = [...before.slice(0, region.first), ...before.slice(region.last + 1)];
  const left = after.filter((line) => line.trim() !== '');
  const wanted = kept.filter((line) => line.trim() !== '');
  const place = before.slice(0, region.first).filter((line) => line.trim() !== '').length;
  // Only a block scalar above makes a comment move: it would take it for its text.
  const hasBlock = before.some((line) => /[|>]/.test(line));
  const isBesideDash = /^\s*-\s+\S/.test(before[region.first] ?? '');
  const alike = left.every((line, index) => {
    const other = wanted[index] ?? '';
    if (line === other) return true;
    const isComment = hasBlock && line.trimStart() === other.trimStart() && line.trim().startsWith('#');
    return isComment || (isBesideDash && index === place && line.endsWith(other.trimStart()));
  });
  return alike && left.length === wanted.length ? undefined : 'a removal touched other lines';
}

/** Whether all lines before and after a region are there still, in their place. */
function outside(before: string[], after: string[], region: Region): string | undefined {
  const below = before.length - 1 - region.last;
  const same =
    after.length >= region.first + below &&
    before.slice(0, region.first).every((line, index) => line === after[index]) &&
    (below === 0 ||
      before.slice(-below).every((line, index) => line === after[after.length - below + index]));
  return same ? undefined : 'a line outside the value changed';
}

/** How many lines stand between the common beginning and the common end of two texts. */
function unalike(before: string[], after: string[]): { before: number; after: number } {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { before: before.length - head - tail, after: after.length - head - tail };
}

/** The regions along a path, from the root as far as it leads. */
function regionsOn(text: string, path: DataPath): Region[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const root = parse(text).contents;
  const rootStart = root === null ? 0 : root.range[0];
  const regions: Region[] = [
    {
      node: root,
      first: lineOf(rootStart),
      valueFirst: lineOf(rootStart),
      last: lineOf(endOf(root, 0, text)),
    },
  ];
  let node = root;
  for (const step of path) {
    if (!isCollection(node)) break;
    const items: readonly unknown[] = node.items;
    const item = isMap(node)
      ? items.find((pair) => isPair(pair) && keyName(pair.key) === step)
      : items[Number(step)];
    if (item === undefined || isMap(node) === (typeof step === 'number')) break;
    const key = isPair(item) ? (item.key as ParsedNode) : undefined;
    const value = (isPair(item) ? item.value : item) as ParsedNode | null;
    const valueStart = value?.range[0] ?? key?.range[0] ?? 0;
    const start = key?.range[0] ?? dashBefore(text, valueStart);
    regions.push({
      node: value,
      first: lineOf(start),
      valueFirst: lineOf(valueStart),
      last: lineOf(endOf(value, valueStart, text)),
    });
    node = value;
  }
  return regions;
}

function keyName(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}

/** The dash may stand on an earlier line, above comments. */
function dashBefore(text: string, offset: number): number {
  const above = text.slice(0, offset);
  const match = /-[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]*(?:#[^\n]*)?)*$/.exec(above);
  return match === null ? offset : match.index;
}

function endOf(node: ParsedNode | null, fallback: number, text: string): number {
  if (node === null) return fallback;
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (isPair(last)) return endOf(last.value as ParsedNode | null, (last.key as ParsedNode).range[1], text);
    return endOf(last as ParsedNode, node.range[0], text);
  }
  const end = Math.min(node.range[1], text.length);
  return text[end - 1] === '\n' && end > node.range[0] ? end - 1 : end;
}

function isFlow(node: ParsedNode | null): boolean {
  return isCollection(node) && node.flow === true;
}

/** The edit in one line, for a failure's message. */
export function describeEdit(edit: Edit): string {
  const value = edit.kind === 'remove' ? '' : JSON.stringify('values' in edit ? edit.values : edit.value);
  return `${edit.kind} ${formatPath(edit.path)} ${value}`;
}

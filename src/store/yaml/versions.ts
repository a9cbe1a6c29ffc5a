import { Buffer, isUtf8 } from 'node:buffer';
import { commonEnd, commonLength } from './common-bytes.ts';
import { readYamlFast } from './fast.ts';

/** Larger files are read as a whole: there the strict reader's bounds, which count in all of a text, come near. */
const maxPartedBytes = 262_144;

/** A stretch of whole lines that can be read by itself. */
type Part =
  | { readonly kind: 'comment' }
  | { readonly kind: 'pair'; readonly key: string; readonly value: unknown }
  /** A key at the left margin, and no more: the entries of its list follow. */
  | { readonly kind: 'list'; readonly key: string; readonly indent: string }
  | { readonly kind: 'entry'; readonly value: unknown; readonly indent: string };

/** A version of a file, taken apart; `lengths` are the parts' bytes. */
interface Version extends Parts {
  readonly bytes: Buffer;
  readonly data: unknown;
}

interface Parts {
  readonly parts: readonly Part[];
  readonly lengths: readonly number[];
}

/** Between which lists a text stands that is taken apart: the indents of the entries before and after it. */
interface Surroundings {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Reads the next version of a file; `undefined` where `readYaml` has to be asked. */
export type VersionReader = (file: string, bytes: Uint8Array) => unknown | undefined;

/**
 * A reader of many versions of the same files. Of the plain YAML that `readYamlFast` reads, it takes
 * apart the keys at the left margin and the entries of their lists, and reads only those parts in which
 * a version differs from the one read before. So equal parts of two versions are the very same data.
 */
export function createVersionReader(): VersionReader {
  const last = new Map<string, Version>();
  return (file, given) => {
    if (given.length > maxPartedBytes || !isUtf8(given)) return undefined;
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
    const version = versionAfter(last.get(file), bytes) ?? wholeVersion(bytes);
    if (version !== undefined) last.set(file, version);
    return version?.data;
  };
}

function wholeVersion(bytes: Buffer): Version | undefined {
  return versionOf(bytes, partsOf(bytes.toString('utf8'), {}));
}

function versionOf(bytes: Buffer, parts: Parts | undefined): Version | undefined {
  const data = parts === undefined ? undefined : assemble(parts.parts);
  return parts === undefined || data === undefined ? undefined : { bytes, data, ...parts };
}

/** Before every line that begins with a key; a dash there is an entry of the key above. */
const keyLines = /^(?=[^ \n#-])/m;
const onlyComments = /^(?: *(?:#[^\n]*)?(?:\n|$))*$/;
// A key with nothing behind it and a list below: `pledges:` and `  - id: p1`.
const listHead = /^([A-Za-z_][\w-]*): *\n( *)- /;

// A key whose list begins behind the text.
const bareHead = /^([A-Za-z_][\w-]*): *\n$/;

/** Takes a text of whole lines apart. */
function partsOf(text: string, { before, after }: Surroundings): Parts | undefined {
  // Line ends of Windows and a byte order mark are rare enough to be read as a whole.
  if (text.includes('\r') || text.startsWith('\ufeff')) return undefined;
  const found: GrowingParts = { parts: [], lengths: [] };
  const blocks = text.split(keyLines);
  for (const [index, block] of blocks.entries()) {
    const isInList = index === 0 && before !== undefined && /^[ \n#-]/.test(block);
    const key = after === undefined || index < blocks.length - 1 ? undefined : bareHead.exec(block)?.[1];
    if (isInList) {
      if (!addEntries(found, block, before)) return undefined;
    } else if (key !== undefined) add(found, { kind: 'list', key, indent: after ?? '' }, block);
    else if (!addBlock(found, block)) return undefined;
  }
  return found;
}

interface GrowingParts {
  readonly parts: Part[];
  readonly lengths: number[];
}

function add({ parts, lengths }: GrowingParts, part: Part, text: string): true {
  parts.push(part);
  lengths.push(Buffer.byteLength(text));
  return true;
}

function addBlock(found: GrowingParts, block: string): boolean {
  if (block === '') return true;
  if (onlyComments.test(block)) return add(found, { kind: 'comment' }, block);
  const [, key, indent] = listHead.exec(block) ?? [];
  if (key !== undefined && indent !== undefined) {
    const start = block.indexOf('\n') + 1;
    add(found, { kind: 'list', key, indent }, block.slice(0, start));
    return addEntries(found, block.slice(start), indent);
  }
  const data = readYamlFast(block);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const [pair, ...others] = Object.entries(data);
  if (pair === undefined || others.length > 0) return false;
  return add(found, { kind: 'pair', key: pair[0], value: pair[1] }, block);
}

/** The entries of a list, which are read together: where they are as many as they seem, each is what its lines say. */
function addEntries(found: GrowingParts, text: string, indent: string): boolean {
  const begin = `${indent}- `;
  if (!text.startsWith(begin)) return false;
  const data = readYamlFast(`list:\n${text}`) as { readonly list?: unknown } | undefined;
  const values = data !== undefined && Object.keys(data).length === 1 ? data.list : undefined;
  const texts = text.split(new RegExp(`^(?=${begin})`, 'm'));
  if (!Array.isArray(values) || values.length !== texts.length) return false;
  return texts.every((part, index) => add(found, { kind: 'entry', value: values[index], indent }, part));
}

/** The next version of a file, of which only those parts are read that the one before does not have. */
function versionAfter(known: Version | undefined, bytes: Buffer): Version | undefined {
  if (known === undefined) return undefined;
  const { parts, lengths } = known;
  const prefix = commonLength(known.bytes, bytes);
  const suffix = commonEnd(known.bytes, bytes, Math.min(known.bytes.length, bytes.length) - prefix);
  // A part ends where the next one begins, so the last one that the versions share may go on.
  const [first, start] = within(lengths, prefix, 1);
  const [fromEnd, end] = within(lengths, suffix, -1);
  const after = parts.length - fromEnd;
  const surroundings = { before: indentOf(parts[first - 1]), after: indentOf(parts[after], 'entry') };
  const changed = partsOf(bytes.toString('utf8', start, bytes.length - end), surroundings);
  if (changed === undefined) return undefined;
  return versionOf(bytes, {
    parts: [...parts.slice(0, first), ...changed.parts, ...parts.slice(after)],
    lengths: [...lengths.slice(0, first), ...changed.lengths, ...lengths.slice(after)],
  });
}

/** The indent of the list that a part is of; undefined where it is of none, or not of the kind asked for. */
function indentOf(part: Part | undefined, kind?: Part['kind']): string | undefined {
  const isInList = part?.kind === 'entry' || part?.kind === 'list';
  return isInList && (kind === undefined || part.kind === kind) ? part.indent : undefined;
}

/**
 * How many parts lie within the first bytes, or the last ones where `step` is −1, with another part
 * behind them; and how many bytes those are.
 */
function within(lengths: readonly number[], bytes: number, step: 1 | -1): [number, number] {
  let count = 0;
  let total = 0;
  for (let at = step === 1 ? 0 : lengths.length - 1; ; at += step) {
    const length = lengths[at];
    const next = lengths[at + step];
    if (length === undefined || next === undefined || total + length + next > bytes) return [count, total];
    count += 1;
    total += length;
  }
}

/** The data of a file from its parts; undefined where they do not fit together. */
function assemble(parts: readonly Part[]): unknown | undefined {
  const data: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let indent = '';
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'entry') {
      if (list === undefined || part.indent !== indent) return undefined;
      list.push(part.value);
      continue;
    }
    list = undefined;
    if (part.kind === 'comment') continue;
    // `__proto__` would not become a key of the data.
    if (Object.hasOwn(data, part.key) || part.key === '__proto__') return undefined;
    if (part.kind === 'pair') data[part.key] = part.value;
    else {
      if (parts[index + 1]?.kind !== 'entry') return undefined;
      list = [];
      indent = part.indent;
      data[part.key] = list;
    }
  }
  return Object.keys(data).length === 0 ? undefined : data;
}

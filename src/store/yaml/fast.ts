import { Buffer, isUtf8 } from 'node:buffer';
import { loneCarriageReturn, neverPlain } from './characters.ts';
import { readBlock } from './fast-block.ts';
import { type Cursor, cursorOf } from './fast-cursor.ts';
import { maxFileBytes, maxTokens } from './limits.ts';

function mayBePlain(text: string): boolean {
  if (neverPlain.test(text)) return false;
  if (text.includes('\r') && loneCarriageReturn.test(text)) return false;
  return !text.includes('<<<<<<< ') && !text.includes('>>>>>>> ');
}

/** A file that was read without loading yaml: nothing is wrong with it as YAML. */
export interface FastReading {
  readonly text: string;
  readonly hasBom: boolean;
  readonly data: unknown;
}

/**
 * Reads the plain part of YAML that partnership files nearly always keep to: block mappings and
 * sequences, one-line scalars, one-line flow collections, literal block scalars, comments. `text`
 * is a decoded file without BOM. Gives just what `readYaml` would give as data, or `undefined`
 * where that is in any doubt, so that `readYaml` has to be asked.
 */
export function readYamlFast(text: string): unknown | undefined {
  if (Buffer.byteLength(text) > maxFileBytes || !mayBePlain(text)) return undefined;
  const cursor = cursorOf(text);
  if (cursor.indent !== 0) return undefined;
  const data = readBlock(cursor);
  return isReadThrough(cursor) ? data : undefined;
}

function isReadThrough(cursor: Cursor): boolean {
  return !cursor.failed && cursor.indent === -1 && cursor.tokens <= maxTokens;
}

/** Decodes a file and reads it with `readYamlFast`; `undefined` where `readYaml` has to be asked. */
export function readYamlFastBytes(bytes: Uint8Array): FastReading | undefined {
  if (bytes.length > maxFileBytes || !isUtf8(bytes)) return undefined;
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const { buffer, byteOffset, byteLength } = bytes;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8', hasBom ? 3 : 0);
  const data = readYamlFast(text);
  return data === undefined ? undefined : { text, hasBom, data };
}

import { isUtf8 } from 'node:buffer';
import { bidiControl, characterName, conflictMarker, refusedCharacter } from './characters.ts';
import { maxFileBytes } from './limits.ts';
import { addProblem, type ProblemList } from './problem-list.ts';

/** A file's text without its BOM; `readable` says whether it makes sense to look at the YAML. */
export interface DecodedText {
  readonly text: string;
  readonly hasBom: boolean;
  readonly readable: boolean;
}

/**
 * Turns a file's bytes into text and adds what is wrong with its characters to `problems`
 * (`file-too-large`, `not-utf8`, `repeated-bom`, `control-character`, `bidi-control`,
 * `conflict-marker`). Where the bytes are not UTF-8 the text is the part before the first bad one.
 */
export function decodeText(bytes: Uint8Array, problems: ProblemList): DecodedText {
  if (bytes.length > maxFileBytes) {
    addProblem(problems, 'file-too-large', { start: 0, params: { size: bytes.length, limit: maxFileBytes } });
    return { text: '', hasBom: false, readable: false };
  }
  const validLength = isUtf8(bytes) ? bytes.length : validUtf8Length(bytes);
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeValid(bytes.subarray(0, validLength)).slice(hasBom ? 1 : 0);
  if (validLength < bytes.length || looksLikeUtf16(bytes)) {
    const params = { encoding: guessEncoding(bytes) };
    const start = validLength < bytes.length ? text.length : 0;
    addProblem(problems, 'not-utf8', { start, params });
    return { text, hasBom, readable: false };
  }
  return { text, hasBom, readable: checkCharacters(text, problems) };
}

function decodeValid(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Adds what is wrong with the characters; tells whether the text may be read as YAML. */
function checkCharacters(text: string, problems: ProblemList): boolean {
  const conflict = conflictMarker.exec(text);
  if (conflict !== null) {
    const start = conflict.index + (conflict[0].startsWith('\n') ? 1 : 0);
    const lineEnd = text.indexOf('\n', start);
    addProblem(problems, 'conflict-marker', { start, end: lineEnd < 0 ? text.length : lineEnd });
    return false;
  }
  for (const { index, 0: character } of text.matchAll(new RegExp(bidiControl, 'g'))) {
    const params = { character: characterName(character) };
    addProblem(problems, 'bidi-control', { start: index, end: index + 1, params, severity: 'warning' });
  }
  let clean = true;
  for (const { index, 0: character } of text.matchAll(new RegExp(refusedCharacter, 'g'))) {
    clean = false;
    const code = character === '\ufeff' ? 'repeated-bom' : 'control-character';
    const params = { character: characterName(character) };
    addProblem(problems, code, { start: index, end: index + 1, params });
  }
  return clean;
}

/** How many bytes from the start are well-formed UTF-8 (Unicode 16.0, table 3-7). */
function validUtf8Length(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const sequence = bytes.subarray(at, at + length);
  return sequence.length === length && isUtf8(sequence) ? length : 0;
}

/** UTF-16 of mostly ASCII text is also UTF-8, with a NUL at every other byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 1024);
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros += 1;
  return zeros * 5 > sample.length;
}

function guessEncoding(bytes: Uint8Array): string {
  return looksLikeUtf16(bytes) ? 'UTF-16' : 'windows-1255 or Latin-1';
}

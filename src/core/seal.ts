import { hash } from 'node:crypto';
import type { Section } from './schema/section.ts';

/**
 * The seal over a stage of the given sections as a gate review saw it: SHA-256 over its data as parsed, keys
 * sorted, so that formatting, comments and the order of keys do not break it. Running sections stay outside. A
 * stage file that cannot be read has no seal.
 */
export function sealOf(data: unknown, sections: readonly Section[]): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const running = new Set(sections.flatMap(({ name, running }) => (running ? [name] : [])));
  const sealed = Object.fromEntries(Object.entries(data).filter(([key]) => !running.has(key)));
  return `v1-sha256-${hash('sha256', canonicalJson(sealed))}`;
}

/** JSON with sorted keys and no white space: one text for equal data. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  // A portfolio seals tens of thousands of stages: no lists of pairs or of texts are made.
  let text = '';
  if (Array.isArray(value)) {
    for (const entry of value) text += `${text === '' ? '' : ','}${canonicalJson(entry)}`;
    return `[${text}]`;
  }
  const mapping = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(mapping).sort())
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(mapping[key])}`;
  return `{${text}}`;
}

// What JSON.stringify escapes, and in pairs what it need not: few texts have any of it.
const mayBeEscaped = /["\\\0-\x1f\ud800-\udfff]/;

function quoted(text: string): string {
  return mayBeEscaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

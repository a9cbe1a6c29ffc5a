import { createHash } from 'node:crypto';
import type { StageRecord } from './partnership.ts';

/**
 * The seal over a stage as a gate review saw it: SHA-256 over its data as parsed, keys sorted, so
 * that formatting, comments and the order of keys do not break it. Running sections stay outside.
 * A stage file that cannot be read has no seal.
 */
export function sealOf(record: StageRecord): string | undefined {
  const known = seals.get(record);
  if (known !== undefined) return known;
  const seal = computeSeal(record);
  if (seal !== undefined) seals.set(record, seal);
  return seal;
}

// A status asks twice for the seal of each stage that was passed, and a stage that was read is never changed.
const seals = new WeakMap<StageRecord, string>();

function computeSeal(record: StageRecord): string | undefined {
  const { data } = record.source;
  if (typeof data !== 'object' || data === null) return undefined;
  const running = new Set(record.sections.flatMap(({ name, running }) => (running ? [name] : [])));
  const sealed = Object.fromEntries(Object.entries(data).filter(([key]) => !running.has(key)));
  return `v1-sha256-${createHash('sha256').update(canonicalJson(sealed)).digest('hex')}`;
}

/** JSON with sorted keys and no white space: one text for equal data. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const mapping = value as Readonly<Record<string, unknown>>;
  // A portfolio seals tens of thousands of stages: no list of pairs is made for each mapping.
  let text = '';
  for (const key of Object.keys(mapping).sort())
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(mapping[key])}`;
  return `{${text}}`;
}

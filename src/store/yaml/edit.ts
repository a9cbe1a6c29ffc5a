import { equalData } from '../../core/equal-data.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { type DataPath, formatPath } from '../../core/problem.ts';
import { applyEdit, type Edit, plainEdit, refusal } from './data-edit.ts';
import { maxFileBytes } from './limits.ts';
import { readYaml } from './read.ts';
import type { YamlReading } from './reading.ts';
import { planSplices } from './splice-plan.ts';
import { applySplice } from './text-layout.ts';

/** A file after its edits: `changed` is false, and `bytes` the very same, where it was as wanted. */
export interface EditedYaml {
  readonly bytes: Uint8Array;
  readonly data: unknown;
  readonly changed: boolean;
}

/**
 * Carries out edits on a YAML file, one after the other, each as one splice that leaves every byte
 * outside it alone. A splice counts only if the result reads without errors as exactly the data
 * wanted; else, or where the file is already wrong, the edit is refused as `edit-refused`. What would
 * make the file larger than one that is read is refused as `file-would-be-too-large`.
 */
export function editYaml(bytes: Uint8Array, edits: readonly Edit[]): EditedYaml {
  let current = { bytes, reading: readYaml(bytes) };
  for (const edit of edits) current = carryOut(current, edit);
  return { bytes: current.bytes, data: current.reading.data, changed: current.bytes !== bytes };
}

interface Version {
  readonly bytes: Uint8Array;
  readonly reading: YamlReading;
}

function carryOut(current: Version, given: Edit): Version {
  const { reading } = current;
  const root = reading.document?.contents ?? null;
  if (root === null || hasErrors(reading)) throw refusal(given.path);
  const edit = plainEdit(given);
  const wanted = applyEdit(reading.data, edit);
  if (equalData(wanted, reading.data)) return current;
  for (const splice of planSplices(reading.text, root, edit)) {
    const text = applySplice(reading.text, splice);
    const bytes = new TextEncoder().encode(reading.hasBom ? `\uFEFF${text}` : text);
    if (bytes.length > maxFileBytes) throw tooLarge(edit.path, bytes.length);
    const next = readYaml(bytes);
    if (!hasErrors(next) && equalData(next.data, wanted)) return { bytes, reading: next };
  }
  throw refusal(edit.path);
}

function tooLarge(path: DataPath, size: number): PartnerError {
  return new PartnerError('file-would-be-too-large', { path: formatPath(path), size, most: maxFileBytes });
}

function hasErrors(reading: YamlReading): boolean {
  return reading.problems.some((problem) => problem.severity === 'error');
}

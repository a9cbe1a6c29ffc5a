import type { DataPath } from '../../../src/core/problem.ts';
import type { Edit } from '../../../src/store/yaml/data-edit.ts';
import { editYaml } from '../../../src/store/yaml/edit.ts';

/** A case of the tables: what it shows, the file before, the edit, the file after. */
export type Case = readonly [title: string, before: string, edit: Edit, after: string];

/** The text of a file after edits. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  const { bytes } = editYaml(new TextEncoder().encode(text), edits);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Joins lines into a file. */
export function file(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

export function set(path: DataPath, value: unknown, keyOrder?: readonly string[]): Edit {
  return { kind: 'set', path, value, ...(keyOrder === undefined ? {} : { keyOrder }) };
}

export function append(path: DataPath, value: unknown, keyOrder?: readonly string[]): Edit {
  return { kind: 'append', path, value, ...(keyOrder === undefined ? {} : { keyOrder }) };
}

export function extend(path: DataPath, ...values: readonly unknown[]): Edit {
  return { kind: 'extend', path, values };
}

export function remove(path: DataPath): Edit {
  return { kind: 'remove', path };
}

import { equalData } from '../../core/equal-data.ts';
import { readYaml } from '../yaml/read.ts';
import type { YamlReading } from '../yaml/reading.ts';
import type { Splice } from '../yaml/text-layout.ts';
import { applySplice } from '../yaml/text-layout.ts';

type Document = NonNullable<YamlReading['document']>;

/** A file's text together with what it says; there is no error in it. */
export interface Version {
  readonly text: string;
  readonly hasBom: boolean;
  readonly data: unknown;
  readonly document: Document;
  /** The topmost node of the document. */
  readonly root: NonNullable<Document['contents']>;
}

/** Reads one version of a file; `undefined` where something is wrong with it as YAML. */
export function versionOf(bytes: Uint8Array): Version | undefined {
  return soundVersion(readYaml(bytes));
}

function soundVersion({ text, hasBom, data, problems, document }: YamlReading): Version | undefined {
  const root = document?.contents ?? null;
  if (document === undefined || root === null || problems.some(({ severity }) => severity === 'error'))
    return undefined;
  return { text, hasBom, data, document, root };
}

/** The bytes of a version's file. */
export function bytesOf({ text, hasBom }: Pick<Version, 'text' | 'hasBom'>): Uint8Array {
  return new TextEncoder().encode(hasBom ? `\uFEFF${text}` : text);
}

/** The version with a splice in place, if it then reads as just the data wanted. */
export function spliced(version: Version, splice: Splice, wanted: unknown): Version | undefined {
  const text = applySplice(version.text, splice);
  const next = versionOf(bytesOf({ text, hasBom: version.hasBom }));
  return next !== undefined && equalData(next.data, wanted) ? next : undefined;
}

/** Whether two files say the same, whatever their layout and comments; false where one cannot be read. */
export function isSameAsData(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [versionOf(a), versionOf(b)];
  return one !== undefined && other !== undefined && equalData(one.data, other.data);
}

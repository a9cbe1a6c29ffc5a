import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, type ProblemCode, problemCodes } from '../../src/core/problem.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { loadProblemTexts } from '../../src/render/problem-texts.ts';
import { renderProblems } from '../../src/render/terminal/problems.ts';
import { type LoadedFolder, loadFolder } from '../../src/store/load-partnership.ts';

const gallery = fileURLToPath(new URL('.', import.meta.url));
const expectedFiles: Readonly<Record<Language, string>> = { en: 'expected.txt', he: 'expected.he.txt' };

/** The day on which every case is looked at. */
export const today = '2026-06-01';

/** Every case that stands in the gallery, by the name of its folder: a code, or a code and a variant. */
export const cases: readonly string[] = readdirSync(gallery, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => name)
  .sort();

/** The code that a case is named for: the longest that its name begins with. */
export function codeOf(name: string): ProblemCode | undefined {
  return problemCodes
    .filter((code) => name === code || name.startsWith(`${code}-`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What `partner validate` has to print for a case. */
export function expected(name: string, language: Language): string {
  return readFileSync(join(gallery, name, expectedFiles[language]), 'utf8');
}

/** Puts a copy of the sound partnership into a folder, and the files of the named cases over it. */
export function layOut(folder: string, ...names: readonly string[]): string {
  cpSync(join(gallery, 'base'), folder, { recursive: true });
  const isOfCase = (path: string) => !Object.values(expectedFiles).includes(basename(path));
  for (const name of names) cpSync(join(gallery, name), folder, { recursive: true, filter: isOfCase });
  return folder;
}

/** Loads a partnership on the day of the gallery. */
export function load(root: string): Promise<LoadedFolder> {
  return loadFolder(root, { today, resources: fileURLToPath(new URL('../../dist', import.meta.url)) });
}

/** The problems of a partnership as `partner validate` prints them where nobody looks at a terminal. */
export async function printed(diagnostics: readonly Diagnostic[], language: Language): Promise<string> {
  const texts = await loadProblemTexts(language);
  const direction = language === 'he' ? 'rtl' : 'ltr';
  return renderProblems(diagnostics, () => undefined, texts, {
    direction,
    bidi: 'logical',
    width: undefined,
    colorLevel: 0,
  });
}

/** The codes that stand in printed problems. */
export function codesIn(text: string): ProblemCode[] {
  return [...text.matchAll(/: (?:error|warning)\[([a-z0-9-]+)\]: /g)].map(([, code]) => code as ProblemCode);
}

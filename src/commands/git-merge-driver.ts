import { dirname, resolve } from 'node:path';
import { builtInSections, type Sections } from '../core/schema/registry.ts';
import { mergeLines } from '../git/merge-lines.ts';
import { type Invocation, languageOf, terminalOf } from '../invocation.ts';
import { loadGitWords } from '../render/messages/git.ts';
import { printable } from '../render/printable.ts';
import { createPage } from '../render/terminal/page.ts';
import { findPartnership, homeFile } from '../store/discover.ts';
import type { MergedFile } from '../store/merge/merge-files.ts';
import { type MergePaths, mergeInPlace } from '../store/merge/merge-in-place.ts';
import { sectionsAt } from '../store/models.ts';
import { readSource } from '../store/read-source.ts';

/**
 * `partner git merge-driver SIZE BASE OURS THEIRS PATH`, called by git: merges a file by what it says and
 * leaves the result in OURS. Exit code 1 tells git that conflicts are marked in it.
 */
export async function mergeDriver(invocation: Invocation, args: readonly unknown[]): Promise<number> {
  const [size, base = '', ours = '', theirs = '', path = ''] = args as readonly string[];
  const { context, folder } = invocation;
  const markerSize = Math.max(7, Number(size) || 0);
  const paths = { base: resolve(folder, base), ours: resolve(folder, ours), theirs: resolve(folder, theirs) };
  const merged = mergeOrGiveUp(paths, markerSize, await sectionsFor(resolve(folder, path)));
  const words = await loadGitWords(languageOf(context, invocation.options.lang));
  const notes: string[] = [];
  if (merged === undefined) notes.push(words.merge.byLines(path));
  else {
    if (merged.conflicts.length > 0) notes.push(words.merge.conflicts(path, merged.conflicts.join(', ')));
    if (merged.lostComments.length > 0)
      notes.push(words.merge.lostComments(path, merged.lostComments.join(' ')));
  }
  const conflicts =
    merged === undefined
      ? await mergeLines({ folder, env: context.env }, paths, markerSize)
      : merged.conflicts.length;
  const page = createPage(
    terminalOf(invocation, context.stderr, languageOf(context, invocation.options.lang)),
  );
  for (const note of notes) page.paragraph(printable(`partner: ${note}`));
  if (notes.length > 0) context.stderr.write(await page.render());
  return conflicts > 0 ? 1 : 0;
}

/** The sections of the partnership that a file belongs to, as its model stands in the work tree. */
async function sectionsFor(file: string): Promise<Sections> {
  try {
    const root = findPartnership(dirname(file));
    return root === undefined
      ? builtInSections
      : await sectionsAt(root, (await readSource(root, homeFile)).data);
  } catch {
    return builtInSections;
  }
}

// Git takes any failure of a driver for a conflict and leaves ours without a mark: what theirs changed would
// be lost unseen. Whatever goes wrong here, lines are merged instead.
function mergeOrGiveUp(paths: MergePaths, markerSize: number, sections: Sections): MergedFile | undefined {
  try {
    return mergeInPlace(paths, markerSize, sections);
  } catch {
    return undefined;
  }
}

import { join } from 'node:path';
import { outlineOfFile } from '../core/schema/check-schema.ts';
import type { PartnershipData } from '../core/schema/partnership.ts';
import { soundPart } from '../core/schema/sound-part.ts';
import { hasHomeFile, homeFile } from './discover.ts';
import { namesIn } from './list-names.ts';
import { readSource } from './read-source.ts';

type Deep<T> = { readonly [Key in keyof T]?: T[Key] extends (infer Item)[] ? Partial<Item>[] : T[Key] };

// Somebody waits for words while they type: what is not found in this many folders is not offered.
const mostFolders = 2_000;

/**
 * What is sound in `partnership.yaml` of the partnerships at and below a folder, those nearest first; links
 * are not followed. It is a sample where there are very many folders.
 */
export async function homesBelow(folder: string): Promise<Deep<PartnershipData>[]> {
  const homes: string[] = [];
  const waiting = [folder];
  for (let seen = 0; seen < waiting.length && seen < mostFolders; seen += 1) {
    const here = waiting[seen] as string;
    if (hasHomeFile(here)) homes.push(here);
    else waiting.push(...foldersIn(here));
  }
  return Promise.all(homes.map(headOf));
}

function foldersIn(folder: string): string[] {
  return namesIn(folder, { hidden: false })
    .filter(({ name, isFolder, isLink }) => isFolder && !isLink && name !== 'node_modules')
    .map(({ name }) => join(folder, name));
}

async function headOf(folder: string): Promise<Deep<PartnershipData>> {
  const { data } = await readSource(folder, homeFile);
  return (soundPart(outlineOfFile('partnership'), data) ?? {}) as Deep<PartnershipData>;
}

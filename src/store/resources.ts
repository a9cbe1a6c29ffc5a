import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedded } from './embedded.ts';

/** The text of something that comes with the program, by its name with `/` below `resources`. */
export function readResource(resources: string, name: string): string {
  const text = embedded === undefined ? readFileSync(join(resources, name), 'utf8') : embedded[name];
  if (text === undefined) throw new Error(`not built in: ${name}`);
  return text;
}

/** The names of what comes with the program in one folder below `resources`, sorted. */
export function resourceNames(resources: string, folder: string): string[] {
  if (embedded === undefined) return readdirSync(join(resources, folder)).sort();
  const names = Object.keys(embedded).filter((name) => name.startsWith(`${folder}/`));
  return names.map((name) => name.slice(folder.length + 1)).sort();
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/core/schema/partnership.ts';
import { formatTables } from '../../src/render/format-tables.ts';
import { commandPage } from './command-page.ts';
import { withParts } from './made-parts.ts';
import { methodTables } from './method-tables.ts';
import { markDirections } from './right-to-left.ts';

/** The pages of documentation by their paths from the root, each with what is made in it as it should read now. */
export function madeDocs(root: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const name of pageNames(root)) {
    const language: Language = name.endsWith('.he.md') ? 'he' : 'en';
    const text = made(name, readFileSync(join(root, name), 'utf8'), language, root);
    pages.set(name, language === 'he' ? markDirections(text) : text);
  }
  return pages;
}

function pageNames(root: string): string[] {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'README.he.md', ...pages.map((name) => `docs/${name}`)];
}

function made(name: string, text: string, language: Language, root: string): string {
  if (name.startsWith('docs/FORMAT.')) return withParts(text, formatTables(language));
  if (name.startsWith('docs/METHOD.')) return withParts(text, methodTables(root, language));
  if (name.startsWith('docs/COMMANDS.')) return commandPage(text, language);
  return text;
}

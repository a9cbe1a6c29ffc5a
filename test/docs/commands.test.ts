import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/command-specs/command-spec.ts';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import { globalOptionSpecs } from '../../src/help.ts';
import { stretchesOf, textOf } from './markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = readdirSync(join(root, 'examples')).map((name) => `examples/${name}/README.md`);
const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** What is wrong with a command line that a page names: a command or an option that the program does not have. */
function problemOf(line: string): string | undefined {
  const plain = line.replace(/"[^"]*"|'[^']*'/g, '…').replace(/(^|\s)#.*|[|<>;&].*/g, '');
  const words = plain
    .replace(/^partner( -C \S+)?/, '')
    .split(/\s+/)
    .slice(1);
  if (words[0] === 'help') return undefined;
  const known = [...globalOptionSpecs];
  let specs: readonly CommandSpec[] = commandSpecs;
  while (specs.length > 0 && !words[0]?.startsWith('-')) {
    const word = words.shift();
    const spec = specs.find(({ name }) => name === word);
    if (spec === undefined) return `${line}: no command ${word}`;
    specs = spec.children ?? [];
    known.push(...(spec.options ?? []));
  }
  const flags = new Set(['--help', '--version', ...known.flatMap((option) => option.flags.split(/[ ,]+/))]);
  const odd = words
    .map((word) => /^--?[a-zA-Z][\w-]*/.exec(word)?.[0])
    .find((flag) => flag && !flags.has(flag));
  return odd === undefined ? undefined : `${line}: no option ${odd}`;
}

/** The command lines that a page names, in its sentences and in its blocks of code. */
function commandLinesOf(page: string): string[] {
  const inText = [...textOf(page).matchAll(/`(partner [^`\n]+)`/g)].map(([, line]) => line ?? '');
  const inCode = stretchesOf(page)
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ lines }) => lines.map((line) => /^(?:\s*|\$ )(partner [a-z-].*?)\\?$/.exec(line)?.[1] ?? ''));
  return [...inText, ...inCode].filter((line) => line !== '');
}

it('sees what the program does not have', () => {
  expect(problemOf('partner -C readers status --json')).toBeUndefined();
  expect(problemOf('partner git install --dry-run')).toBeUndefined();
  expect(problemOf('partner set vision "no --such thing"')).toBeUndefined();
  expect(problemOf('partner help COMMAND')).toBeUndefined();
  expect(problemOf('partner stat')).toBe('partner stat: no command stat');
  expect(problemOf('partner model lists')).toBe('partner model lists: no command lists');
  expect(problemOf('partner status --bright')).toBe('partner status --bright: no option --bright');
  expect(problemOf('partner check --evidence a --waive b')).toContain('no option --waive');
});

describe.each(['README.md', 'README.he.md', ...pages, ...examples])('%s', (name) => {
  it('names no command and no option that the program does not have', () => {
    const page = readFileSync(join(root, name), 'utf8');
    expect(commandLinesOf(page).flatMap((line) => problemOf(line) ?? [])).toEqual([]);
  });
});

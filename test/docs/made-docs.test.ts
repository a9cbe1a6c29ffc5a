import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { madeDocs } from '../../scripts/docs/made-docs.ts';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import { stretchesOf, textOf } from './markdown.ts';
import { typedInStretch } from './transcript.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = madeDocs(root);

it.each([...pages])('%s is what the schemas, commands and models say (npm run docs)', (name, text) => {
  expect(readFileSync(`${root}${name}`, 'utf8')).toBe(text);
});

describe.each(['docs/COMMANDS.md', 'docs/COMMANDS.he.md'])('%s', (name) => {
  const text = pages.get(name) ?? '';

  it('has a part for each command, in the order of the help', () => {
    const parts = [...text.matchAll(/^<!-- command ([a-z-]+) -->$/gm)].map(([, command]) => command);
    expect(parts).toEqual(commandSpecs.map((spec) => spec.name));
  });

  it('keeps what was written by hand below a command', () => {
    const notes = text.slice(
      text.indexOf('<!-- /command document -->'),
      text.indexOf('<!-- command export -->'),
    );
    expect(notes).toContain('`case-study`');
  });
});

describe.each([...pages.keys()].filter((name) => name.endsWith('.he.md')))('%s', (name) => {
  const stretches = stretchesOf(pages.get(name) ?? '');

  it('reads from right to left, all but its code', () => {
    let isRightToLeft = false;
    const wrong: string[] = [];
    for (const { kind, lines, line } of stretches) {
      if (kind === 'code' && isRightToLeft) wrong.push(`line ${line}: code inside of <div dir="rtl">`);
      for (const [index, words] of kind === 'code' ? [] : lines.entries()) {
        if (words === '<div dir="rtl">' || words === '</div>') isRightToLeft = words !== '</div>';
        else if (!/^(|<!-- .*)$/.test(words) && !isRightToLeft)
          wrong.push(`line ${line + index}: outside of <div dir="rtl">`);
      }
    }
    expect(wrong).toEqual([]);
    expect(isRightToLeft).toBe(false);
  });

  it('has no Hebrew and Latin letters in one piece of code within a line, which would swap its halves', () => {
    const pieces = [...textOf(pages.get(name) ?? '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
    expect(pieces.filter((code) => /[א-ת]/.test(code) && /[a-z]/i.test(code))).toEqual([]);
  });

  it('has no Latin letters within a Hebrew remark beside a command, where they would split it', () => {
    const remarks = stretches
      .flatMap(typedInStretch)
      .map(({ command }) => / # (.*)$/.exec(command)?.[1] ?? '');
    expect(remarks.filter((remark) => /[א-ת].*[a-z]|[a-z].*[א-ת]/i.test(remark))).toEqual([]);
  });
});

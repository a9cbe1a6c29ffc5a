import { type ProgramPath, programCall } from './shell-words.ts';

const begin = '# partner: begin';

// What else has to be known to take the lines out again to the byte.
const remarks = { openLine: ' (the line above had no end)', empty: ' (the file was empty)' } as const;

const end = '# partner: end';

const attributeLines: readonly string[] = [
  'partnership.yaml merge=partner diff=partner',
  'reviews.yaml merge=partner diff=partner',
  '**/stages/*.yaml merge=partner diff=partner',
];

/** `.gitattributes`, or none, with our lines at its end, between marks; the very text where they stand already. */
export function withAttributes(text: string | undefined): string {
  const rest = withoutAttributes(text);
  const eol = rest?.includes('\r\n') ? '\r\n' : '\n';
  const isOpen = rest !== undefined && rest !== '' && !rest.endsWith('\n');
  const remark = isOpen ? remarks.openLine : rest === '' ? remarks.empty : '';
  const fresh = [(rest ?? '') + (isOpen ? eol : '') + begin + remark, ...attributeLines, end, ''].join(eol);
  const lines = (given = '') => given.split(/\r?\n/).sort().join('\n');
  // Lines that somebody added below ours are no reason to move ours.
  return text !== undefined && lines(fresh) === lines(text) ? text : fresh;
}

/** `.gitattributes` as it was before our lines; `undefined` where there was none. */
export function withoutAttributes(text: string | undefined): string | undefined {
  const ours = /(\r?\n|^)# partner: begin( \([^)\r\n]*\))?\r?\n(?:[^\n]*\n)*?# partner: end(?:\r?\n|$)/.exec(
    text ?? '',
  );
  if (text === undefined || ours === null) return text;
  const [block, lineBreak = '', remark = ''] = ours;
  const above = text.slice(0, ours.index) + (remark === remarks.openLine ? '' : lineBreak);
  const rest = above + text.slice(ours.index + block.length);
  return rest === '' && remark !== remarks.empty ? undefined : rest;
}

/** The settings of a repository, by their keys: what merges partnership files, and how their differences are headed. */
export function settingsFor(program: ProgramPath): Readonly<Record<string, string>> {
  const lines = 'git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B';
  // Git puts its own words in the place of %L and its kin; a % in a path must be doubled.
  const literal = { node: program.node.replaceAll('%', '%%'), script: program.script.replaceAll('%', '%%') };
  return {
    'merge.partner.name': 'partnership files, by what they say',
    'merge.partner.driver': programCall(literal, 'git merge-driver -- %L %O %A %B %P', lines),
    // The key or the entry that a difference stands in.
    'diff.partner.xfuncname': '^([a-z][a-z0-9_-]*:.*|[ ]*- *(id|metric|partner|milestone|name|item): .*)$',
  };
}

/** The hooks that check what is about to be committed, by hand or by a merge. */
export const hookNames = ['pre-commit', 'pre-merge-commit'] as const;

const hookMark = '# Written by `partner git install`; `partner git uninstall` takes it away.';

/** What a hook runs. */
export function hookLine(program: ProgramPath): string {
  return programCall(
    program,
    'validate --staged',
    'echo "partner: not found, so the partnership was not checked" >&2',
  );
}

/** A hook of ours. */
export function hookText(program: ProgramPath): string {
  return `#!/bin/sh\n${hookMark}\n${hookLine(program)}\n`;
}

/** Whether a hook is ours to replace and to remove. */
export function isOurHook(text: string): boolean {
  return text.split('\n')[1] === hookMark;
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textOf } from './markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((name) => name !== '' && !/^(test|templates)\//.test(name) && existsSync(join(root, name)));

/** The anchors of a page as GitHub makes them from its headings; a heading that comes again gets a number. */
function anchorsOf(page: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...textOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    anchorOf(heading ?? ''),
  );
  return new Set(
    headings.map((anchor) => {
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Where the links and pictures of a page go. */
function linksOf(page: string): string[] {
  const text = textOf(page).replace(/`[^`\n]*`/g, '');
  const inMarkdown = [...text.matchAll(/\]\(([^)\s]+)\)/g)];
  const inHtml = [...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)];
  return [...inMarkdown, ...inHtml].map(([, target]) => target ?? '');
}

/** What is wrong with a link; `undefined` where it leads somewhere. */
function problemOf(name: string, link: string): string | undefined {
  if (/^https:\/\//.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? name : normalize(join(dirname(name), decodeURI(path)));
  if (target.startsWith('..') || !existsSync(join(root, target))) return `${link}: there is no ${target}`;
  if (anchor === undefined) return undefined;
  if (!target.endsWith('.md')) return `${link}: an anchor in what is no page`;
  const anchors = anchorsOf(readFileSync(join(root, target), 'utf8'));
  return anchors.has(decodeURI(anchor)) ? undefined : `${link}: ${target} has no such heading`;
}

it('knows a heading as GitHub does', () => {
  const page =
    '# ‏partner `list`: *all* of them\n\n## על מה validate מזהיר\n\n## Again\n\n## Again\n\n```\n# no heading\n```\n';
  expect([...anchorsOf(page)]).toEqual([
    'partner-list-all-of-them',
    'על-מה-validate-מזהיר',
    'again',
    'again-1',
  ]);
});

it('sees what leads nowhere', () => {
  expect(problemOf('docs/METHOD.md', 'FORMAT.md#a-model')).toBeUndefined();
  expect(problemOf('docs/METHOD.md', 'NONE.md')).toBe('NONE.md: there is no docs/NONE.md');
  expect(problemOf('docs/METHOD.md', '#none')).toBe('#none: docs/METHOD.md has no such heading');
});

describe.each(pages)('%s', (name) => {
  const page = readFileSync(join(root, name), 'utf8');

  it('has links that lead somewhere', () => {
    expect(linksOf(page).flatMap((link) => problemOf(name, link) ?? [])).toEqual([]);
  });

  it('names files and folders of the source that are there', () => {
    const text = textOf(page).replace(/^ {4}.*$/gm, '');
    const named = [
      ...text.matchAll(/`((?:src|scripts|templates|test|examples|bin|bench)\/[\w./-]*\w\/?|[\w./-]+\.ts)`/g),
    ].map(([, path]) => path ?? '');
    const isThere = (path: string) => ['', 'src'].some((folder) => existsSync(join(root, folder, path)));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

it.each(pages.filter((name) => /^(README|docs\/[A-Z]+)\.md$/.test(name)))(
  '%s and its Hebrew page name each other',
  (name) => {
    const twin = name.replace(/\.md$/, '.he.md');
    if (!pages.includes(twin)) return;
    expect(linksOf(readFileSync(join(root, name), 'utf8'))).toContain(twin.replace('docs/', ''));
    expect(linksOf(readFileSync(join(root, twin), 'utf8'))).toContain(name.replace('docs/', ''));
  },
);

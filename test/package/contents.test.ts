import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pack } from './packed.ts';

const root = join(import.meta.dirname, '..', '..');
const packed = pack();
const modules = join(root, 'node_modules');
const licences = readFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
const listed = [...licences.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \((.+)\)$/gm)].map(
  ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
);

describe('the package', () => {
  it('holds the program, what it reads, and what people want to read first, and nothing else', () => {
    const expected = [
      /^(?:CHANGELOG|README|README\.he)\.md$|^LICENSE$|^package\.json$/,
      /^bin\/(?:keep-code\.js|package\.json|partner\.js)$/,
      /^dist\/(?:[\w-]+\.cjs|THIRD-PARTY-LICENSES\.txt)$/,
      /^dist\/man\/(?:he\/)?man1\/partner\.1$/,
      /^dist\/vendor\/[\w.-]+\.cjs$/,
      /^dist\/models\/[\w-]+\.(?:json|yaml)$/,
      /^dist\/documents\/[\w-]+\.(?:en|he)\.md$/,
      /^(?:dist|templates)\/completion\/(?:_partner|partner\.(?:bash|fish|ps1))$/,
      /^templates\/(?:documents\/[\w-]+\.(?:en|he)\.md|models\/[\w-]+\/model\.yaml)$/,
    ];
    expect(packed.files.filter((file) => !expected.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const file of ['LICENSE', 'README.md', 'README.he.md', 'dist/main.cjs', 'dist/models/iblf-10.json'])
      expect(packed.files).toContain(file);
  });

  it('is small, packed and unpacked', () => {
    expect(packed.bytes).toBeLessThan(1_500_000);
    expect(packed.unpackedBytes).toBeLessThan(4_000_000);
  });

  it('runs nothing when it is installed and asks for nothing else', () => {
    const { scripts, dependencies, optionalDependencies, peerDependencies, gypfile } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    for (const script of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(script);
    expect([dependencies, optionalDependencies, peerDependencies, gypfile]).toEqual(Array(4).fill(undefined));
  });

  it('names no map of the source and no path of the machine that built it', () => {
    for (const file of packed.files.filter((name) => /\.c?js$/.test(name))) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text, file).not.toMatch(/sourceMappingURL=/);
      expect(text.includes(root), file).toBe(false);
    }
  });

  it('has the shape that publint wants', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(modules, 'publint', 'src', 'cli.js'), '--strict'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(`${stdout}${stderr}`).toContain('All good!');
    expect(status).toBe(0);
  });
});

/** Packages and all that they depend on, as they are installed here; not what only types come from. */
function closure(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    let folder = from;
    while (!existsSync(join(folder, 'node_modules', name, 'package.json'))) folder = join(folder, '..');
    const place = join(folder, 'node_modules', name);
    const { version, dependencies = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const key = `${name} ${version}`;
    if (found.has(key)) return;
    found.add(key);
    for (const other of Object.keys(dependencies)) if (!other.startsWith('@types/')) visit(other, place);
  };
  for (const name of names) visit(name, root);
  return found;
}

/** The packages that src/ imports. */
function imported(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
        /(?:from |import\()'((?:@[^/']+\/)?[^/'.][^/']*)/g,
      ),
    ])
    .flatMap(([, name = '']) => (name.startsWith('node:') ? [] : [name]));
  return [...new Set(names)];
}

// In the closure of what is imported, and with no line of code in what is built.
const leftOut = [
  // A stand-in takes the place of what cli-table3 measures and colours with.
  ...[
    '@colors/colors',
    'emoji-regex',
    'is-fullwidth-code-point',
    'string-width 4',
    'strip-ansi 6',
    'ansi-regex 5',
  ],
  // No question of ours opens an editor.
  ...['@inquirer/external-editor', 'chardet', 'iconv-lite', 'safer-buffer'],
  // Nothing of these is asked for: the bundler drops the one, and the other belongs to the build of bidi-js.
  ...['internmap', 'require-from-string'],
];

describe('the licences of what is bundled', () => {
  it('name every package that is imported and what those depend on, and no other', () => {
    const known = closure(imported());
    const named = new Set(listed.map(({ name, version }) => `${name} ${version}`));
    expect([...named].filter((one) => !known.has(one))).toEqual([]);
    const absent = [...known].filter((one) => !named.has(one));
    const unexplained = absent.filter(
      (one) => !leftOut.some((other) => `${one}.`.startsWith(`${other}.`) || one.startsWith(`${other} `)),
    );
    expect(unexplained).toEqual([]);
    for (const must of ['yaml', 'zod', 'docx', 'commander', 'nanoid', 'fflate', 'd3-color'])
      expect(listed.map(({ name }) => name)).toContain(must);
  });

  it('are permissive, each with its text', () => {
    const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'];
    expect(listed.length).toBeGreaterThan(30);
    for (const { name, licence } of listed) expect(permissive, name).toContain(licence);
    for (const { name } of listed) {
      const [first = ''] = readdirSync(join(modules, name)).filter((file) => /^licen[cs]e/i.test(file));
      const text = readFileSync(join(modules, name, first), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim();
      expect(licences.includes(text), name).toBe(true);
    }
  });
});

// Programs that check YAML by JSON Schema, on the same files: they know the form of each file and nothing of what the
// files say of each other. They are installed where they are wanted, and no part of this project.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The commands of ajv-cli and v8r by their names, each with the folder to run it in: ajv over the portfolio `all`, v8r
 * over `few`, since it puts the schema together anew for each file and takes a quarter of an hour for 12,000. Left
 * out, with a word on stderr, is what can't be had, or does not give a verdict on each file of `sample`.
 */
export function otherCheckers(program, { all, few, sample }) {
  const folder = join(tmpdir(), 'partner-bench-others');
  try {
    install(folder);
  } catch (error) {
    console.error(`ajv-cli and v8r are left out: ${error.message.split('\n')[0]}`);
    return {};
  }
  const schema = join(folder, 'partnership-file.json');
  writeFileSync(schema, JSON.stringify(withoutDates(schemaOfAnyFile(program))));
  const bin = (name) => join(folder, 'node_modules', '.bin', name);
  // v8r takes only ways that begin in the folder it runs in.
  const files = '**/*.yaml';
  const ajv = ['validate', '--strict=false', '-c', 'ajv-formats', '-s', schema, '-d', files];
  const found = {
    'ajv validate': { argv: [bin('ajv'), ...ajv], verdict: / (in)?valid$/gm, cwd: all },
    'v8r, 100 partnerships': {
      argv: [bin('v8r'), '--schema', schema, files],
      verdict: / is (in)?valid$/gm,
      cwd: few,
    },
  };
  return Object.fromEntries(
    Object.entries(found).filter(([name, { argv, verdict }]) => doesCheck(name, argv, verdict, sample)),
  );
}

/** Says whether a program tells of each file in a folder whether it is valid; one that fails is soon done. */
function doesCheck(name, [command, ...args], verdict, { root, files }) {
  const { stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const told = `${stdout}\n${stderr}`.match(verdict)?.length ?? 0;
  if (told !== files) console.error(`${name} is left out: it tells of ${told} files of ${files}`);
  return told === files;
}

function install(folder) {
  if (existsSync(join(folder, 'node_modules', '.bin', 'v8r'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const args = ['install', '--no-audit', '--no-fund', 'ajv-cli@5', 'ajv-formats@2', 'v8r@5'];
  execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
}

/** The schemas of all kinds of file in one: which holds, a file says by its own keys. */
function schemaOfAnyFile(program) {
  const schemaOf = (kind) =>
    JSON.parse(execFileSync(process.execPath, [program, 'schema', kind, '--model', 'iblf-10']));
  const model = JSON.parse(
    readFileSync(join(dirname(dirname(program)), 'dist', 'models', 'iblf-10.json'), 'utf8'),
  );
  // biome-ignore-start lint/suspicious/noThenProperty: the word of JSON Schema.
  const byStage = model.stages.reduce(
    (otherwise, { id }) => ({
      if: { properties: { stage: { const: id } } },
      then: schemaOf(id),
      else: otherwise,
    }),
    false,
  );
  const byKey = (key, schema, otherwise) => ({ if: { required: [key] }, then: schema, else: otherwise });
  // biome-ignore-end lint/suspicious/noThenProperty: the word of JSON Schema.
  return byKey('reviews', schemaOf('reviews'), byKey('format', schemaOf('partnership'), byStage));
}

/**
 * A schema that takes anything for a date. Both programs read YAML by js-yaml, to which a day is no text but an
 * instant: by the schema as it is, nearly every file is wrong at its first date, and the rest of it is not looked at.
 */
function withoutDates(schema) {
  if (Array.isArray(schema)) return schema.map(withoutDates);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isOfDates(schema)) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutDates(value)]));
}

function isOfDates({ type, pattern }) {
  const isMatch = (text) => new RegExp(pattern).test(text);
  return type === 'string' && typeof pattern === 'string' && isMatch('2028-02-29') && !isMatch('2026-02-30');
}

// Programs that check YAML by JSON Schema, on the same files: they know the form of each file and nothing of what the
// files say of each other. They are installed where they are wanted, and no part of this project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The commands of ajv-cli and v8r over the portfolio in `root`; empty, with a word on stderr, where they can't be had. */
export function otherCheckers(program, root) {
  const folder = join(tmpdir(), 'partner-bench-others');
  try {
    install(folder);
  } catch (error) {
    console.error(`ajv-cli and v8r are left out: ${error.message.split('\n')[0]}`);
    return {};
  }
  const schema = join(folder, 'partnership-file.json');
  writeFileSync(schema, JSON.stringify(schemaOfAnyFile(program)));
  const bin = (name) => join(folder, 'node_modules', '.bin', name);
  const files = join(root, '**', '*.yaml');
  return {
    'ajv validate': [
      bin('ajv'),
      'validate',
      '--strict=false',
      '-c',
      'ajv-formats',
      '-s',
      schema,
      '-d',
      files,
    ],
    v8r: [bin('v8r'), '--schema', schema, files],
  };
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

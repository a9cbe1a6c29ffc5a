// The esbuild plugins that keep the program quick to start; docs/DECISIONS.md says what each is worth.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Puts the outlines of all schemas, worked out, in the place of the module that derives them from
 * zod: a folder that is sound is checked without loading zod or making a schema.
 */
export async function frozenOutlines(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/core/schema/outlines.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const { outlines } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const contents = codeOf('outlines', outlines);
  return {
    name: 'frozen-outlines',
    setup(build) {
      build.onLoad({ filter: /core[/\\]schema[/\\]outlines\.ts$/ }, () => ({ contents }));
    },
  };
}

/** Plain data as code, in which equal parts stand once: half of all fields are plain texts. */
function codeOf(name, data) {
  const names = new Map();
  const lines = [];
  const expression = (value) => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const inner = Array.isArray(value)
      ? `[${value.map(expression).join()}]`
      : `{${Object.entries(value)
          .map(([key, part]) => `${JSON.stringify(key)}:${expression(part)}`)
          .join()}}`;
    if (!names.has(inner)) {
      names.set(inner, `part${names.size}`);
      lines.push(`const ${names.get(inner)}=${inner};`);
    }
    return names.get(inner);
  };
  const whole = expression(data);
  return `${lines.join('\n')}\nexport const ${name}=${whole};`;
}

function functionsOf(builtin) {
  const names = Object.entries(process.getBuiltinModule(builtin)).filter(
    ([, value]) => typeof value === 'function',
  );
  return names.flatMap(([name]) => (/^[a-z]\w*$/.test(name) ? [name] : []));
}

/** Loads some of Node's own modules when a function of theirs is called, not when it is imported. */
export const lateBuiltins = {
  name: 'late-builtins',
  setup(build) {
    build.onResolve({ filter: /^node:(child_process|crypto)$/ }, ({ path, namespace, importer }) => {
      if (namespace === 'late') return { path, external: true };
      const isOurs = !importer.includes('node_modules') || importer.includes('commander');
      return isOurs ? { path, namespace: 'late' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: functionsOf(path)
        .map((name) => `export const ${name} = (...given) => require('${path}').${name}(...given);`)
        .join('\n'),
    }));
  },
};

/**
 * cli-table3 gets its cells as stand-ins of one column a character, so that the width table of its
 * own dependency, large and slow to load, is never asked; it colours nothing; and the text that it
 * cuts to ten columns for its debug log, for each line of each cell, is not cut.
 */
export const leanTables = {
  name: 'lean-tables',
  setup(build) {
    const stubs = { 'string-width': 'module.exports = (text) => text.length;' };
    build.onResolve({ filter: /^(string-width|@colors\/colors.*)$/ }, ({ kind, path }) =>
      kind === 'require-call' ? { path, namespace: 'stub' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents: stubs[path] ?? 'module.exports = {};',
    }));
    build.onLoad({ filter: /cli-table3[/\\]src[/\\]cell\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const forDebugging = 'utils.truncate(this.content, 10, this.truncate)';
      if (!text.includes(forDebugging)) throw new Error('cli-table3 no longer cuts texts for its debug log');
      return { contents: text.replace(forDebugging, "''") };
    });
  },
};

/**
 * inquirer can open an editor, and brings tables of a hundred character sets for what comes back from one:
 * more than all the rest of it. No question of ours does; one that did would fail at once.
 */
export const leanQuestions = {
  name: 'lean-questions',
  setup(build) {
    build.onResolve({ filter: /^@inquirer\/external-editor$/ }, ({ path }) => ({
      path,
      namespace: 'no-editor',
    }));
    build.onLoad({ filter: /.*/, namespace: 'no-editor' }, () => ({
      contents: `export const editAsync = () => { throw new Error('no editor is bundled'); };`,
    }));
  },
};

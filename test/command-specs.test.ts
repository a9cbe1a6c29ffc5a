import { describe, expect, it } from 'vitest';
import type { CommandSpec, OptionSpec } from '../src/command-specs/command-spec.ts';
import { commandSpecs } from '../src/command-specs/command-specs.ts';
import { globalOptionSpecs } from '../src/help.ts';

const all = (specs: readonly CommandSpec[]): CommandSpec[] =>
  specs.flatMap((spec) => [spec, ...all(spec.children ?? [])]);

const commands = all(commandSpecs).filter(({ hidden }) => hidden !== true);

// What only a person can know: nothing can be offered for it.
const free = [
  '--language <tag>',
  '--to <version>',
  '--name <name>',
  '--id <id>',
  '--currency <code>',
  '--reason <text>',
  '--notes <text>',
  '--condition <text;owner;due>',
  '--source <text>',
  '--method <text>',
];

describe('what a shell may offer', () => {
  it('is told of every option with a value', () => {
    const silent = (option: OptionSpec) =>
      /</.test(option.flags) &&
      option.choices === undefined &&
      option.isDate !== true &&
      option.completes === undefined;
    const options = [...globalOptionSpecs, ...commands.flatMap(({ options: own = [] }) => own)];
    const untold = options.filter(silent).map(({ flags }) => flags);
    expect([...new Set(untold)].sort()).toEqual([...free].sort());
  });

  it('is told of every argument but figures', () => {
    const untold = commands
      .filter(({ args, completes = [] }) => (args?.split(' ').length ?? 0) !== completes.length)
      .map(({ name, args }) => `${name} ${args}`);
    expect(untold).toEqual(['record [metric] [figure]']);
  });
});

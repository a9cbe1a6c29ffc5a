import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec, OptionSpec } from './command-specs/command-spec.ts';
import { commandSpecs } from './command-specs/command-specs.ts';
import { helpSpec } from './command-specs/tool-specs.ts';
import type { Context, Output } from './context.ts';
import { isCalendarDate } from './core/calendar-date.ts';
import { PartnerError } from './core/partner-error.ts';
import type { Language } from './core/schema/partnership.ts';
import { globalOptionSpecs, helpOption, helpTitles, versionOption } from './help.ts';
import { commandIn, commandNames, commandsNamed, helpPageOf } from './help-page.ts';
import { type GlobalOptions, invocationOf, terminalOf, writeLong } from './invocation.ts';
import { trusted } from './render/printable.ts';
import { renderLines } from './render/rendered.ts';
import { excessArguments, usageError } from './usage-error.ts';
import { version } from './version.ts';

/** What the command line asks for, ready to be done; `run` gives the exit code. */
export interface Program {
  readonly run: () => Promise<number>;
}

interface Outcome {
  /** What the command line asks for; gives the exit code. */
  work: () => Promise<number>;
  /** The command whose help was asked for, by its path; empty for the program itself. */
  help: readonly CommandSpec[] | undefined;
  /** What the parser printed by itself: the version. */
  output: string;
  readonly words: ReadonlySet<string>;
}

/** What all parts of one command line share. */
interface Parsing {
  readonly context: Context;
  readonly language: Language;
  readonly outcome: Outcome;
}

/**
 * Builds the program for one command line. Names and flags are here; the work of a command is
 * loaded when it is run. Wrong usage is thrown as a `PartnerError` (`usage`).
 */
export function buildProgram(argv: readonly string[], context: Context, language: Language): Program {
  const outcome: Outcome = { work: async () => 0, help: undefined, output: '', words: new Set(argv) };
  const parsing = { context, language, outcome };
  const root = new Command('partner');
  root.version(version, versionOption.flags, versionOption.about[language]);
  for (const spec of globalOptionSpecs) root.addOption(optionOf(spec, language));
  // Whatever the line means, it is among the commands that it names; all are needed to say what was meant by one that
  // there is not. To make them all takes as long as parsing.
  const named = commandSpecs.filter(({ name }) => outcome.words.has(name));
  const isEnough = named.length > 0 || isHelpAsked(argv) || argv.length === 0;
  for (const spec of isEnough ? named : commandSpecs) addCommand(root, [spec], parsing);
  prepare(root, [], parsing);
  root.helpCommand(false);
  return {
    run: async () => {
      try {
        root.parse(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
      } catch (error) {
        return afterParsing(error, argv, parsing);
      }
      return outcome.work();
    },
  };
}

function addCommand(parent: Command, path: readonly CommandSpec[], parsing: Parsing): void {
  const { context, outcome } = parsing;
  const spec = path.at(-1) as CommandSpec;
  const command = parent.command(spec.name, { hidden: spec.hidden === true });
  if (spec.args !== undefined) command.arguments(spec.args);
  // What no word of the command line can mean needs no flags: building them all takes longer than most commands.
  if (!outcome.words.has(spec.name)) return;
  for (const option of spec.options ?? []) command.addOption(optionOf(option, parsing.language));
  for (const child of spec.children ?? []) addCommand(command, [...path, child], parsing);
  prepare(command, path, parsing);
  const run = spec === helpSpec ? explain(parsing) : spec.run;
  if (run === undefined) return;
  // Commander would not say which they are.
  command.allowExcessArguments();
  command.action((...given: unknown[]) => {
    const extra = command.registeredArguments.some(({ variadic }) => variadic)
      ? []
      : command.args.slice(command.registeredArguments.length);
    if (extra.length > 0) throw excessArguments(extra, path);
    const name = path.map((one) => one.name).join(' ');
    const invocation = invocationOf(context, name, command.optsWithGlobals() as GlobalOptions);
    outcome.work = () => run(invocation, given.slice(0, command.registeredArguments.length), command.opts());
  });
}

/** `partner help`: words that name a command get its help; what else they mean is looked for by the command. */
function explain({ language }: Parsing): NonNullable<CommandSpec['run']> {
  return async (invocation, [words], options) => {
    const { path, rest } = commandsNamed(words as readonly string[]);
    const { help } = await import('./commands/help.ts');
    return help(invocation, words as readonly string[], {
      language,
      options,
      titles: helpTitles[language],
      command: rest.length === 0 ? helpPageOf(path, language) : undefined,
      known: commandNames(),
    });
  };
}

function prepare(command: Command, path: readonly CommandSpec[], { outcome }: Parsing): void {
  if (command.commands.length > 0) command.helpCommand('help [command]');
  command.exitOverride().helpOption(helpOption.flags);
  // Commander only says whose help is wanted: how it looks is for render.
  command.helpInformation = () => {
    outcome.help = path;
    return '';
  };
  command.configureOutput({
    writeOut: (text) => {
      outcome.output += text;
    },
    writeErr: () => {},
    // Help has no colours of its own; to ask whether there could be some opens Node's streams.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    getOutHelpWidth: () => 80,
  });
}

function optionOf(spec: OptionSpec, language: Language): Option {
  const option = new Option(spec.flags, spec.about[language]);
  if (spec.choices !== undefined) option.choices([...spec.choices]);
  if (spec.isDate === true) option.argParser((value: string) => readDate(value, spec.flags));
  if (spec.repeatable === true) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
}

function readDate(value: string, flags: string): string {
  if (isCalendarDate(value)) return value;
  const flag = /--[a-z-]+/.exec(flags)?.[0] ?? flags;
  throw new PartnerError('usage', {
    problem: {
      en: `${flag}: "${value}" is not a date that exists; write it as YYYY-MM-DD`,
      he: `${flag}: "${value}" אינו תאריך קיים; יש לכתוב בצורה YYYY-MM-DD`,
    },
  });
}

async function afterParsing(error: unknown, argv: readonly string[], parsing: Parsing): Promise<number> {
  const { context, outcome } = parsing;
  if (error instanceof CommanderError) {
    if (outcome.help !== undefined) {
      // A command that only holds others was called alone: its help is the answer, and the call was wrong.
      const isAsked = error.exitCode === 0 || outcome.help.length === 0;
      await writeHelp(outcome.help, isAsked ? context.stdout : context.stderr, parsing);
      return isAsked ? 0 : 2;
    }
    if (error.exitCode === 0) {
      context.stdout.write(renderLines([trusted(outcome.output.replace(/\n$/, ''))]));
      return 0;
    }
  }
  // Who adds --help to a line that was refused wants to know how to write it.
  if (isHelpAsked(argv)) {
    await writeHelp(commandIn(argv), context.stdout, parsing);
    return 0;
  }
  throw error instanceof CommanderError ? usageError(error, argv) : error;
}

function isHelpAsked(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '-h' || word === '--help');
}

async function writeHelp(
  path: readonly CommandSpec[],
  output: Output,
  { context, language }: Parsing,
): Promise<void> {
  const { renderHelp } = await import('./render/terminal/help.ts');
  const settings = terminalOf({ context, options: {} }, output, language);
  const text = await renderHelp(helpPageOf(path, language), helpTitles[language], settings);
  if (output === context.stdout) await writeLong(context, text);
  else output.write(text);
}

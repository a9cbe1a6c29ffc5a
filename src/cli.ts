import { type Argument, Command, CommanderError, Option } from 'commander';
import type { CommandSpec, OptionSpec } from './command-specs/command-spec.ts';
import { commandSpecs } from './command-specs/command-specs.ts';
import type { Context, Output } from './context.ts';
import { isCalendarDate } from './core/calendar-date.ts';
import { PartnerError } from './core/partner-error.ts';
import type { Language } from './core/schema/partnership.ts';
import {
  globalOptionSpecs,
  hebrewTitles,
  helpOption,
  helpTerms,
  programSummary,
  versionOption,
} from './help.ts';
import { type GlobalOptions, invocationOf, terminalOf } from './invocation.ts';
import { trusted } from './render/printable.ts';
import { renderLines } from './render/rendered.ts';
import { usageError } from './usage-error.ts';
import { version } from './version.ts';

/** What the command line asks for, ready to be done; `run` gives the exit code. */
export interface Program {
  readonly run: () => Promise<number>;
}

interface Outcome {
  code: number;
  output: string;
  errorOutput: string;
  readonly words: ReadonlySet<string>;
}

/**
 * Builds the program for one command line. Names, flags and help are here; the work of a command is
 * loaded when it is run. Wrong usage is thrown as a `PartnerError` (`usage`).
 */
export function buildProgram(argv: readonly string[], context: Context, language: Language): Program {
  const outcome = { code: 0, output: '', errorOutput: '', words: new Set(argv) };
  const root = new Command('partner').description(programSummary[language]);
  root.version(version, versionOption.flags, versionOption.about[language]);
  root.addHelpText('after', `\n${helpTerms.start[language]}`);
  for (const spec of globalOptionSpecs) root.addOption(optionOf(spec, language));
  for (const spec of commandSpecs) addCommand(root, spec, context, language, outcome);
  prepare(root, context, language, outcome);
  return {
    run: async () => {
      try {
        await root.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
        return outcome.code;
      } catch (error) {
        if (error instanceof CommanderError) return afterParsing(error, argv, outcome, context, language);
        throw error;
      }
    },
  };
}

function addCommand(
  parent: Command,
  spec: CommandSpec,
  context: Context,
  language: Language,
  outcome: Outcome,
): void {
  const command = parent.command(spec.name, { hidden: spec.hidden === true });
  command.description(spec.about[language]);
  if (spec.args !== undefined) command.arguments(spec.args);
  // What no word of the command line can mean needs no flags: building them all takes longer than most commands.
  if (!outcome.words.has(spec.name)) return;
  for (const option of spec.options ?? []) command.addOption(optionOf(option, language));
  for (const child of spec.children ?? []) addCommand(command, child, context, language, outcome);
  prepare(command, context, language, outcome);
  if (spec.examples !== undefined) {
    command.addHelpText(
      'after',
      `\n${helpTerms.examples[language]}\n${spec.examples.map((example) => `  ${example}`).join('\n')}`,
    );
  }
  const { run } = spec;
  if (run === undefined) return;
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2);
    const invocation = invocationOf(context, nameOf(command), command.optsWithGlobals() as GlobalOptions);
    outcome.code = await run(invocation, args, command.opts());
  });
}

/** The words that name a command: `model show`. */
function nameOf(command: Command): string {
  const parent = command.parent;
  return parent === null || parent.parent === null ? command.name() : `${nameOf(parent)} ${command.name()}`;
}

function prepare(command: Command, context: Context, language: Language, outcome: Outcome): void {
  if (command.commands.length > 0) command.helpCommand('help [command]', helpTerms.helpCommand[language]);
  command.exitOverride().helpOption(helpOption.flags, helpOption.about[language]);
  command.configureHelp({
    showGlobalOptions: true,
    subcommandTerm: (child) => [child.name(), ...child.registeredArguments.map(argumentTerm)].join(' '),
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`,
    styleTitle: (title) => (language === 'he' ? (hebrewTitles[title] ?? title) : title),
  });
  command.configureOutput({
    writeOut: (text) => {
      outcome.output += text;
    },
    writeErr: (text) => {
      outcome.errorOutput += text;
    },
    // Help has no colours of its own; to ask whether there could be some opens Node's streams.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    getOutHelpWidth: () => context.stdout.columns ?? 100,
  });
}

function argumentTerm(argument: Argument): string {
  const { required, variadic } = argument;
  const name = `${argument.name()}${variadic ? '...' : ''}`;
  return required ? `<${name}>` : `[${name}]`;
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

async function afterParsing(
  error: CommanderError,
  argv: readonly string[],
  outcome: Outcome,
  context: Context,
  language: Language,
): Promise<number> {
  if (error.exitCode === 0) {
    await writeHelp(outcome.output, context, context.stdout, language);
    return 0;
  }
  if (error.code !== 'commander.help') throw usageError(error, argv);
  // A command that only holds others was called alone: its help is the answer, and the call was wrong.
  await writeHelp(outcome.errorOutput, context, context.stderr, language);
  return 2;
}

async function writeHelp(text: string, context: Context, output: Output, language: Language): Promise<void> {
  if (language === 'en' || !output.isTTY) {
    output.write(renderLines(text.replace(/\n$/, '').split('\n').map(trusted)));
    return;
  }
  const { renderHelp } = await import('./render/terminal/help.ts');
  const invocation = invocationOf(context, 'help', { today: context.today });
  output.write(await renderHelp(text, terminalOf(invocation, output, language)));
}

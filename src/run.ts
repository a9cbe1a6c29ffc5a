import { buildProgram } from './cli.ts';
import type { Context } from './context.ts';
import { PartnerError } from './core/partner-error.ts';
import { languageOf } from './invocation.ts';

/** Exit code of a bug in the program. */
const bugExitCode = 70;

/**
 * How the completion scripts call the program. It is no command: the words behind it are somebody's command
 * line, which is unfinished and may be wrong, and nothing is to be said of that.
 */
const completionCall = '__complete';

/**
 * Runs the program: parses `argv` (without node and script), does what it says and gives the exit
 * code. This is the only place that catches errors and prints them.
 */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const [command, ...given] = argv;
  if (command === completionCall)
    return (await import('./commands/complete/complete.ts')).complete(given, context);
  const code = await runAndReport(argv, context);
  await context.stderr.finished();
  const failure = await context.stdout.finished();
  if (failure === undefined || failure === 'EPIPE') return code;
  await report(new PartnerError('output-failed', { errno: failure }), [], context);
  return 2;
}

async function runAndReport(argv: readonly string[], context: Context): Promise<number> {
  try {
    return await buildProgram(argv, context, languageOf(context, askedLanguage(argv))).run();
  } catch (error) {
    return report(error, argv, context);
  }
}

async function report(error: unknown, argv: readonly string[], context: Context): Promise<number> {
  const { languageOfError, refusalOf, reportBug, reportRefusal } = await import('./commands/report-error.ts');
  const language = await languageOfError(context, askedLanguage(argv), askedFolder(argv));
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    await reportRefusal(refusal, { context, language, json: isJsonAsked(argv) });
    return refusal.exitCode;
  }
  reportBug(error, { context, language, json: isJsonAsked(argv) });
  return bugExitCode;
}

// Options after `--` are none.
function optionsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end < 0 ? argv : argv.slice(0, end);
}

function isJsonAsked(argv: readonly string[]): boolean {
  return optionsOf(argv).includes('--json');
}

/** The language that the command line asks for, known before it is parsed: its errors need one too. */
function askedLanguage(argv: readonly string[]): 'he' | 'en' | undefined {
  const value = optionValue(argv, ['--lang']);
  return value === 'he' || value === 'en' ? value : undefined;
}

function askedFolder(argv: readonly string[]): string | undefined {
  return optionValue(argv, ['-C', '--dir']);
}

/** The value of an option in words that nobody has parsed. */
function optionValue(argv: readonly string[], flags: readonly string[]): string | undefined {
  const options = optionsOf(argv);
  const at = options.findIndex((word) => flags.some((flag) => word === flag || word.startsWith(`${flag}=`)));
  if (at < 0) return undefined;
  const word = options[at];
  return word?.includes('=') ? word.slice(word.indexOf('=') + 1) : options[at + 1];
}

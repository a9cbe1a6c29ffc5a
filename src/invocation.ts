import { resolve } from 'node:path';
import type { Context, Output } from './context.ts';
import { type CalendarDate, isCalendarDate } from './core/calendar-date.ts';
import { PartnerError } from './core/partner-error.ts';
import type { Language } from './core/schema/partnership.ts';
import { renderJson } from './render/json.ts';
import type { Rendered } from './render/rendered.ts';
import { detectBidiMode } from './render/terminal/bidi.ts';
import type { TerminalSettings } from './render/terminal/layout.ts';
import { detectColorLevel } from './render/terminal/theme.ts';
import type { ChangeOptions } from './store/change-partnership.ts';
import type { ProcessFacts } from './store/files/lock-identity.ts';
import type { LoadOptions } from './store/load-partnership.ts';
import type { Wanted } from './store/portfolio/folder-reading.ts';
import type { PortfolioOptions } from './store/portfolio/read-portfolio.ts';

/** The options that every command takes, as they were given. */
export interface GlobalOptions {
  readonly dir?: string | undefined;
  readonly json?: boolean | undefined;
  readonly lang?: Language | undefined;
  readonly input?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly today?: CalendarDate | undefined;
  /** Of the commands that write: commit what was written. */
  readonly commit?: boolean | undefined;
}

/** One run of one command: where it works, how it speaks, and whether it may ask. */
export interface Invocation {
  readonly context: Context;
  readonly command: string;
  /** The folder that the command works from: the working directory, or what `-C` names. */
  readonly folder: string;
  readonly today: CalendarDate;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Whether there is somebody who can be asked. */
  readonly canAsk: boolean;
  readonly options: GlobalOptions;
}

/** Puts the global options and the context together. */
export function invocationOf(context: Context, command: string, options: GlobalOptions): Invocation {
  const mayAsk = options.input !== false && options.json !== true;
  return {
    context,
    command,
    folder: resolve(context.cwd, options.dir ?? '.'),
    today: options.today ?? todayFrom(context),
    json: options.json === true,
    quiet: options.quiet === true,
    get canAsk() {
      return mayAsk && context.stdin.isTTY && context.stderr.isTTY;
    },
    options,
  };
}

function todayFrom(context: Context): CalendarDate {
  const { PARTNER_TODAY: told } = context.env;
  if (told === undefined || told === '') return context.today;
  if (isCalendarDate(told)) return told;
  const problem = {
    en: `PARTNER_TODAY: "${told}" is not a date that exists; write it as YYYY-MM-DD`,
    he: `PARTNER_TODAY: "${told}" אינו תאריך קיים; יש לכתוב בצורה YYYY-MM-DD`,
  };
  throw new PartnerError('usage', { problem });
}

/**
 * The reader's language: asked for, else the partnership's own, else the machine's. A partnership whose texts are
 * in a language that the program does not speak is read in the machine's.
 */
export function languageOf(context: Context, asked: Language | undefined, own?: string): Language {
  const { PARTNER_LANG, LC_ALL, LC_MESSAGES, LANG } = context.env;
  const asks = asked ?? spoken(PARTNER_LANG);
  if (asks !== undefined) return asks;
  if (own === 'he' || own === 'en') return own;
  const told = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const locale = told ?? context.locale?.() ?? '';
  return /^(he|iw)(_|$|\.|-)/.test(locale) ? 'he' : 'en';
}

/**
 * The language that a model's own texts are read in, for somebody who reads the program in `language`: the
 * partnership's, unless another was asked for.
 */
export function textLanguageOf(context: Context, asked: Language | undefined, own: string): string {
  return asked ?? spoken(context.env.PARTNER_LANG) ?? own;
}

function spoken(language: string | undefined): Language | undefined {
  return language === 'he' || language === 'en' ? language : undefined;
}

/** How text is laid out on one of the two streams. */
export function terminalOf(
  { context: { env }, options }: Pick<Invocation, 'context' | 'options'>,
  output: Output,
  language: Language,
): TerminalSettings {
  return {
    direction: language === 'he' ? 'rtl' : 'ltr',
    bidi: detectBidiMode(env, output.isTTY),
    width: output.isTTY ? (output.columns ?? 80) : undefined,
    colorLevel: detectColorLevel(env, output.isTTY, options.color === false),
  };
}

/** Prints a result that can be long: at a terminal it is shown page by page. */
export async function writeLong({ stdin, stdout, page }: Context, text: Rendered): Promise<void> {
  if (stdout.isTTY && stdin.isTTY && (await page(text))) return;
  stdout.write(text);
}

/** Prints a result as JSON on stdout. */
export function printJson(invocation: Invocation, value: object): void {
  invocation.context.stdout.write(renderJson(value));
}

/** What loading a partnership needs of an invocation. */
export function loadOptions({ today, context }: Invocation): LoadOptions {
  const { resources, migrations } = context;
  return { today, resources, ...(migrations === undefined ? {} : { migrations }) };
}

/** What reading many partnerships needs of an invocation. */
export function portfolioOptions(invocation: Invocation, want: readonly Wanted[]): PortfolioOptions {
  const { threads, cacheFolder, clock } = invocation.context;
  return { ...loadOptions(invocation), want, threads, cacheFolder, clock };
}

/** Which process this is, for what others are to know of it: a lock, a folder that is being built. */
export function processFacts({ facts }: Context): ProcessFacts {
  return { ...facts, host: facts.host() };
}

/** What changing a partnership needs of an invocation; `onWait` tells the person whose command is at work. */
export function changeOptions(
  invocation: Invocation,
  dryRun: boolean,
  onWait: (holder: string) => void,
): ChangeOptions {
  const { context, command } = invocation;
  const user = context.user();
  const lock = {
    facts: processFacts(context),
    now: context.now(),
    command,
    sleep: context.sleep,
    onWait,
    ...(user === undefined ? {} : { user }),
  };
  return { ...loadOptions(invocation), lock, dryRun };
}

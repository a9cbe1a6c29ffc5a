/** What a piece of text means to its reader; the theme decides how that looks. */
export type StyleName = 'good' | 'attention' | 'bad' | 'muted' | 'strong' | 'accent' | 'heading';

/** How each meaning looks: functions that put colour around a finished piece of one line. */
export type Theme = Readonly<Record<StyleName, (text: string) => string>>;

/** 0 no colour, 1 the sixteen colours, 2 the 256, 3 all of them: as chalk counts. */
export type ColorLevel = 0 | 1 | 2 | 3;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How much colour a stream takes. `--no-color` and a non-empty NO_COLOR win over everything, then
 * FORCE_COLOR (0 to 3, true, false) wins over a stream that is no terminal and over TERM=dumb.
 */
export function detectColorLevel(env: Environment, isTTY: boolean, noColorFlag: boolean): ColorLevel {
  if (noColorFlag || (env.NO_COLOR ?? '') !== '') return 0;
  const forced = forcedLevel(env);
  if (forced !== undefined) return forced;
  if (!isTTY || env.TERM === 'dumb') return 0;
  return supportedLevel(env);
}

/** The theme of a colour level. Without colour nothing is loaded and every style is the text itself. */
export async function loadTheme(level: ColorLevel): Promise<Theme> {
  if (level === 0) return plainTheme;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return {
    good: chalk.green,
    attention: chalk.yellow,
    bad: chalk.red,
    muted: chalk.dim,
    strong: chalk.bold,
    accent: chalk.cyan,
    heading: chalk.bold,
  };
}

const unchanged = (text: string): string => text;

const plainTheme: Theme = {
  good: unchanged,
  attention: unchanged,
  bad: unchanged,
  muted: unchanged,
  strong: unchanged,
  accent: unchanged,
  heading: unchanged,
};

function forcedLevel(env: Environment): ColorLevel | undefined {
  switch (env.FORCE_COLOR) {
    case undefined:
      return undefined;
    case '0':
    case 'false':
      return 0;
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return supportedLevel(env);
  }
}

function supportedLevel(env: Environment): 1 | 2 | 3 {
  if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '') || env.WT_SESSION !== undefined) return 3;
  return /256/.test(env.TERM ?? '') ? 2 : 1;
}

import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { isCalendarDate } from '../../core/calendar-date.ts';
import { journeyOf } from '../../core/check-partnership.ts';
import type { Journey } from '../../core/journey.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { languageOf } from '../../invocation.ts';
import { findPartnership } from '../../store/discover.ts';
import { sketchFolder } from '../../store/sketch-folder.ts';
import { type CommandLine, namesOf } from './command-line.ts';

/** The partnership that somebody stands in, as far as it is sound. */
export interface Sketch {
  readonly partnership: Partnership;
  readonly journey: Journey;
}

/** What somebody is typing, and where: all that words to offer can come from. */
export interface Asked {
  readonly context: Context;
  readonly line: CommandLine;
  /** What of the argument or the value is typed, without the prefix. */
  readonly typed: string;
  /** The folder that the command will work from, and whether `-C` named it. */
  readonly folder: string;
  readonly isElsewhere: boolean;
  readonly today: string;
  /** Reads the partnership; `undefined` where there is none that can be read. */
  readonly sketch: () => Promise<Sketch | undefined>;
  /** The reader's language: as help has it, or as the partnership has it where one is read. */
  readonly language: (partnership?: Partnership) => Language;
}

/** Puts together what is asked. */
export function askedOf(context: Context, line: CommandLine, typed: string): Asked {
  const dir = valuesOf(line, '--dir').at(-1);
  const folder = resolve(context.cwd, expandFolder(dir ?? '.', context));
  const lang = valuesOf(line, '--lang').at(-1);
  const told = lang === 'he' || lang === 'en' ? lang : undefined;
  const days = [valuesOf(line, '--today').at(-1) ?? '', context.env.PARTNER_TODAY ?? ''];
  let sketch: Promise<Sketch | undefined> | undefined;
  return {
    context,
    line,
    typed,
    folder,
    isElsewhere: dir !== undefined,
    today: days.find(isCalendarDate) ?? context.today,
    sketch: () => {
      sketch ??= sketchAround(folder, context.resources);
      return sketch;
    },
    language: (partnership) => languageOf(context, told, partnership?.language),
  };
}

async function sketchAround(folder: string, resources: string): Promise<Sketch | undefined> {
  const root = findPartnership(folder);
  const partnership = root === undefined ? undefined : await sketchFolder(root, resources);
  return partnership === undefined ? undefined : { partnership, journey: journeyOf(partnership) };
}

/** The values that an option was given, in their order. */
export function valuesOf({ given }: CommandLine, name: string): readonly string[] {
  const option = [...given.keys()].find((spec) => namesOf(spec).includes(name));
  return option === undefined ? [] : (given.get(option) ?? []);
}

/** A folder as the shell will hand it over: most replace `~` and variables only when the command is run. */
function expandFolder(folder: string, { env }: Context): string {
  const known = folder.replace(
    /\$(?:(\w+)|\{(\w+)\})/g,
    (whole, bare, braced) => env[bare ?? braced] ?? whole,
  );
  return known === '~' || known.startsWith('~/') ? join(env.HOME ?? '~', known.slice(1)) : known;
}

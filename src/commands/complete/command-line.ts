import type { CommandSpec, OptionSpec, ValueKind } from '../../command-specs/command-spec.ts';
import { commandSpecs } from '../../command-specs/command-specs.ts';
import { helpSpec } from '../../command-specs/tool-specs.ts';
import { globalOptionSpecs, helpOption, versionOption } from '../../help.ts';

/** What the cursor stands at. */
type Wanted =
  /** The name of a command. */
  | { readonly what: 'command' }
  | { readonly what: 'option' }
  /** The value of an option; `prefix` is what stands before it in the same word: `--lang=`. */
  | { readonly what: 'value'; readonly option: OptionSpec; readonly prefix: string }
  | { readonly what: 'argument'; readonly kind: ValueKind }
  | { readonly what: 'nothing' };

/** A command line as far as it is typed. */
export interface CommandLine {
  /** The command and what it is a part of, from the outermost: `model`, `show`. */
  readonly path: readonly CommandSpec[];
  readonly args: readonly string[];
  /** The values of the options that were given; an empty text for those that take none. */
  readonly given: ReadonlyMap<OptionSpec, readonly string[]>;
  readonly wanted: Wanted;
}

interface Reading {
  readonly path: CommandSpec[];
  readonly args: string[];
  readonly given: Map<OptionSpec, string[]>;
  /** The option whose value comes next. */
  open: OptionSpec | undefined;
  onlyArguments: boolean;
}

/** Reads the words before the one that is being typed, and says what that one can be. Knows no wrong usage. */
export function readCommandLine(words: readonly string[], typed: string): CommandLine {
  const reading: Reading = { path: [], args: [], given: new Map(), open: undefined, onlyArguments: false };
  for (const word of words) readWord(reading, word);
  return { ...reading, wanted: wantedAt(reading, typed) };
}

function readWord(reading: Reading, word: string): void {
  const { path, args, open } = reading;
  if (open !== undefined) {
    give(reading, open, word);
    reading.open = undefined;
  } else if (reading.onlyArguments || !isOption(word)) {
    const child = args.length > 0 ? undefined : childrenOf(path).find(({ name }) => name === word);
    if (child === undefined) args.push(word);
    else path.push(child);
  } else if (word === '--') {
    reading.onlyArguments = true;
  } else {
    readOption(reading, word);
  }
}

function readOption(reading: Reading, word: string): void {
  const found = optionIn(reading.path, word);
  if (found === undefined) return;
  if (found.value !== undefined) give(reading, found.option, found.value);
  else if (takesValue(found.option)) reading.open = found.option;
  else give(reading, found.option, '');
}

function give({ given }: Reading, option: OptionSpec, value: string): void {
  given.set(option, [...(given.get(option) ?? []), value]);
}

function wantedAt({ path, args, open, onlyArguments }: Reading, typed: string): Wanted {
  if (open !== undefined) return { what: 'value', option: open, prefix: '' };
  if (!onlyArguments && typed.startsWith('-')) {
    const found = optionIn(path, typed);
    if (found?.value === undefined) return { what: 'option' };
    const prefix = typed.slice(0, typed.length - found.value.length);
    return { what: 'value', option: found.option, prefix };
  }
  const command = path.at(-1);
  if (command === undefined || command.children !== undefined)
    return { what: args.length === 0 ? 'command' : 'nothing' };
  const places = command.args?.split(' ') ?? [];
  const isSeveral = places.at(-1)?.includes('...') === true;
  if (args.length >= places.length && !isSeveral)
    return { what: typed === '' && !onlyArguments ? 'option' : 'nothing' };
  const kinds = command.completes ?? [];
  const kind = kinds[args.length] ?? (isSeveral ? kinds.at(-1) : undefined);
  return kind === undefined ? { what: 'nothing' } : { what: 'argument', kind };
}

// A dash alone is an argument: what is piped in. While it is being typed, it may become an option.
function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/** The parser's own command in a group of commands. */
const helpCommand: CommandSpec = {
  name: 'help',
  args: '[command]',
  about: helpSpec.about,
  completes: ['command'],
};

/** The commands that may follow, those for programs left out. */
export function childrenOf(path: readonly CommandSpec[]): readonly CommandSpec[] {
  const command = path.at(-1);
  const children = command === undefined ? commandSpecs : (command.children ?? []);
  const shown = children.filter(({ hidden }) => hidden !== true);
  const hasOwnHelp = shown.length === 0 || shown.some(({ name }) => name === helpCommand.name);
  return hasOwnHelp ? shown : [...shown, helpCommand];
}

/** The options that a command takes: its own, then those that all take. */
export function optionsOf(path: readonly CommandSpec[]): readonly OptionSpec[] {
  const own = path.at(-1)?.options ?? [];
  return [...own, ...globalOptionSpecs, helpOption, ...(path.length === 0 ? [versionOption] : [])];
}

/** The words that an option goes by: `-C`, `--dir`. */
export function namesOf({ flags }: OptionSpec): string[] {
  return flags.split(/[ ,]+/).filter((part) => part.startsWith('-'));
}

function takesValue({ flags }: OptionSpec): boolean {
  return /[<[]/.test(flags);
}

/** The option that a word names, with the value that stands in the same word, if one does. */
function optionIn(
  path: readonly CommandSpec[],
  word: string,
): { option: OptionSpec; value: string | undefined } | undefined {
  for (const option of optionsOf(path)) {
    for (const name of namesOf(option)) {
      if (word === name) return { option, value: undefined };
      const start = name.startsWith('--') ? `${name}=` : name;
      if (takesValue(option) && word.startsWith(start)) return { option, value: word.slice(start.length) };
    }
  }
  return undefined;
}

import type { CommandSpec, OptionSpec } from './command-specs/command-spec.ts';
import { commandGroups, commandSpecs } from './command-specs/command-specs.ts';
import type { Language } from './core/schema/partnership.ts';
import {
  globalOptionSpecs,
  helpOption,
  helpTerms,
  programExamples,
  programSummary,
  seeTopics,
  versionOption,
} from './help.ts';
import type { HelpGroup, HelpPage, HelpTerm } from './render/help/help-page.ts';
import { topicNames, topicTitles } from './render/help/topic-names.ts';

const globalOptions: readonly OptionSpec[] = [...globalOptionSpecs, helpOption];

/** The commands that some words name, outermost first: `model show` is two; and the words that name none. */
export function commandsNamed(words: readonly string[]): {
  readonly path: readonly CommandSpec[];
  readonly rest: readonly string[];
} {
  const path: CommandSpec[] = [];
  let known = commandSpecs;
  for (const word of words) {
    const spec = known.find(({ name }) => name === word);
    if (spec === undefined) break;
    path.push(spec);
    known = spec.children ?? [];
  }
  return { path, rest: words.slice(path.length) };
}

/** The command that a command line means, as far as its words name one; options and their values aside. */
export function commandIn(argv: readonly string[]): readonly CommandSpec[] {
  const start = argv.findIndex((word) => commandsNamed([word]).path.length > 0);
  return start < 0 ? [] : commandsNamed(argv.slice(start).filter((word) => !word.startsWith('-'))).path;
}

/** Every command by the words that name it: `model`, `model show`. */
export function commandNames(specs: readonly CommandSpec[] = commandSpecs, above = ''): string[] {
  return specs.flatMap(({ name, children = [] }) => [
    above + name,
    ...commandNames(children, `${above}${name} `),
  ]);
}

/** The help of the program (an empty path) or of the command at the end of a path. */
export function helpPageOf(path: readonly CommandSpec[], language: Language): HelpPage {
  const spec = path.at(-1);
  return spec === undefined ? helpOfProgram(language) : helpOfCommand(spec, path, language);
}

function helpOfProgram(language: Language): HelpPage {
  return {
    name: 'partner',
    about: programSummary[language],
    usage: 'partner COMMAND [options]',
    examples: programExamples,
    groups: [
      ...commandGroups.map(({ title, commands }) => ({
        title: title[language],
        // Their arguments stand in the help of each, as with git: here one looks for a word.
        terms: commands.map(({ name, about }) => ({ term: name, about: about[language] })),
      })),
      {
        title: helpTerms.topics[language],
        terms: topicNames.map((name) => ({ term: `help ${name}`, about: topicTitles[name][language] })),
      },
      globalOptionGroup(language),
    ],
    closing: [helpTerms.start[language], helpTerms.readOn[language]],
  };
}

function helpOfCommand(spec: CommandSpec, path: readonly CommandSpec[], language: Language): HelpPage {
  const name = ['partner', ...path.map((one) => one.name)].join(' ');
  const children = spec.children ?? [];
  const own = spec.options ?? [];
  const topics = spec.topics ?? [];
  return {
    name,
    about: spec.about[language],
    usage: [name, children.length > 0 ? 'COMMAND' : '[options]', spec.args ?? ''].join(' ').trimEnd(),
    examples: examplesOf(spec),
    groups: [
      ...(children.length === 0
        ? []
        : [
            {
              title: helpTerms.commands[language],
              terms: children
                .filter(({ hidden }) => hidden !== true)
                .map((child) => termOfCommand(child, language)),
            },
          ]),
      ...(own.length === 0 ? [] : [optionGroup(helpTerms.options[language], own, language)]),
      optionGroup(helpTerms.globalOptions[language], globalOptions, language),
    ],
    closing: topics.length === 0 ? [] : [seeTopics(topics)[language]],
  };
}

/** A command's examples; of one that only holds others, theirs. */
function examplesOf({ examples, children = [] }: CommandSpec): readonly string[] {
  return examples ?? children.flatMap((child) => child.examples?.slice(0, 1) ?? []);
}

/** The options that every command takes, and the version that the program alone tells. */
export function globalOptionGroup(language: Language): HelpGroup {
  return optionGroup(helpTerms.globalOptions[language], [...globalOptions, versionOption], language);
}

function termOfCommand({ name, args, about }: CommandSpec, language: Language): HelpTerm {
  return { term: args === undefined ? name : `${name} ${args}`, about: about[language] };
}

function optionGroup(title: string, options: readonly OptionSpec[], language: Language): HelpGroup {
  return { title, terms: options.map((option) => termOfOption(option, language)) };
}

function termOfOption({ flags, about, choices }: OptionSpec, language: Language): HelpTerm {
  const allowed = choices === undefined ? '' : `: ${choices.join(', ')}`;
  return { term: flags, about: `${about[language]}${allowed}` };
}

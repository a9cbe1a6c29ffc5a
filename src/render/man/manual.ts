import type { Language } from '../../core/schema/partnership.ts';
import type { HelpGroup, HelpPage } from '../help/help-page.ts';
import type { Topic } from '../help/topic.ts';
import { macro, roffBlock, roffCommands, roffParagraph, roffTerms, roffText, tidied } from './roff.ts';

/** Commands of one group, each with its whole help. */
export interface ManualGroup {
  readonly title: string;
  readonly commands: readonly HelpPage[];
}

/** All that a manual page is made of; nothing in it is written for the manual alone but its titles. */
export interface Manual {
  readonly program: HelpPage;
  readonly groups: readonly ManualGroup[];
  /** Options that every command has: told once. */
  readonly globalOptions: HelpGroup;
  readonly topics: readonly Topic[];
  readonly version: string;
  /** The day of the build. */
  readonly date: string;
}

const titles = {
  en: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    options: 'OPTIONS',
    examples: 'EXAMPLES',
    ofCommand: 'Examples:',
    seeAlso: 'SEE ALSO',
    manual: 'Partnerships in plain files',
    direction: [],
  },
  he: {
    name: 'שם',
    synopsis: 'תקציר',
    description: 'תיאור',
    commands: 'פקודות',
    options: 'אפשרויות',
    examples: 'דוגמאות',
    ofCommand: 'דוגמאות:',
    seeAlso: 'ראו גם',
    manual: 'שותפויות בקבצים פשוטים',
    // groff drops the marks that would keep a line together, so whoever sees it torn is told where to look.
    direction: [
      'התכנה `man` אינה מסדרת עברית: השורות נקראות כראוי במסוף שמזהה בעצמו את הכיוון של כל שורה. בכל מסוף אחר אותו טקסט נקרא כראוי ב־`partner help`.',
    ],
  },
} as const;

/** The manual page in the language of man(7) macros. */
export function renderManual(manual: Manual, language: Language): string {
  const t = titles[language];
  const { program, groups, globalOptions, topics, version, date } = manual;
  const summary = program.about.replace(/\.$/, '');
  return tidied([
    `.\\" ${language === 'he' ? '-*- coding: utf-8 -*- ' : ''}Made from the help of the program; not to be edited.`,
    `.TH PARTNER 1 ${date} "partner ${version}" "${t.manual}"`,
    // Ragged and without hyphenation: justified Hebrew tears apart, and nobody can copy a broken word.
    '.nh',
    '.ad l',
    macro('SH', t.name),
    `partner \\- ${roffText(summary)}`,
    macro('SH', t.synopsis),
    ...synopsisOf(program.usage),
    macro('SH', t.description),
    ...program.closing.flatMap(roffParagraph),
    ...t.direction.flatMap(roffParagraph),
    macro('SH', t.examples),
    ...roffCommands(program.examples),
    macro('SH', t.commands),
    ...groups.flatMap((group) => [
      macro('SS', group.title.replace(/:$/, '')),
      ...group.commands.flatMap((command) => roffCommand(command, globalOptions, t.ofCommand)),
    ]),
    macro('SH', t.options),
    ...roffParagraph(globalOptions.title.replace(/:$/, '.')),
    ...roffTerms(globalOptions.terms),
    ...topics.flatMap(({ title, blocks }) => [macro('SH', title), ...blocks.flatMap(roffBlock)]),
    macro('SH', t.seeAlso),
    '.BR git (1)',
  ]).join('\n');
}

function synopsisOf(usage: string): string[] {
  const [program = '', ...rest] = usage.split(' ');
  return [`.B ${program}`, roffText(rest.join(' '))];
}

/** A command below the heading of its group: how it is written, what it does, its options, its examples. */
function roffCommand(
  { usage, about, groups, examples }: HelpPage,
  globalOptions: HelpGroup,
  examplesTitle: string,
): string[] {
  const options = groups.filter(({ title }) => title !== globalOptions.title);
  return [
    '.TP',
    `.B ${roffText(usage)}`,
    roffText(about),
    ...options.flatMap(({ terms }) => ['.RS', ...roffTerms(terms), '.RE']),
    ...(examples.length === 0
      ? []
      : ['.RS', '.PP', roffText(examplesTitle), ...roffCommands(examples), '.RE']),
  ];
}

import type { CommandSpec, OptionSpec } from '../../src/command-specs/command-spec.ts';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { globalOptionSpecs } from '../../src/help.ts';
import { withParts } from './made-parts.ts';

const words = {
  en: { command: 'command', does: 'does', option: 'option', means: 'means' },
  he: { command: 'פקודה', does: 'מה היא עושה', option: 'אפשרות', means: 'משמעות' },
} as const;

/**
 * The page of all commands, in Markdown: names, arguments, options and examples come from the specs that the
 * program itself is built from. What was written by hand below a command's part stays below it.
 */
export function commandPage(text: string, language: Language): string {
  for (const [, name] of text.matchAll(/^<!-- command (.*) -->$/gm)) {
    if (commandSpecs.some((spec) => spec.name === name)) continue;
    throw new Error(`there is no command "${name}": move what was written by hand below it, or remove it`);
  }
  const first = text.search(/<!-- command [^>]*-->/);
  const head = withParts(first < 0 ? text : text.slice(0, first), {
    commands: commandTable(language),
    options: optionTable(globalOptionSpecs, language),
  });
  const end = language === 'he' ? '</div>\n' : '';
  const parts = commandSpecs.map(
    (spec) =>
      `<!-- command ${spec.name} -->\n\n## ${spec.name}\n\n${commandText(spec, spec.name, language)}\n<!-- /command ${spec.name} -->\n${notesOf(spec.name, text)}`,
  );
  return `${head}${parts.join('')}${end}`;
}

/** What stands by hand between a command's part and the next; an empty line where nothing does. */
function notesOf(name: string, text: string): string {
  const close = `<!-- /command ${name} -->\n`;
  const start = text.indexOf(close);
  if (start < 0) return '\n';
  const rest = text.slice(start + close.length);
  const next = rest.search(/<!-- command [^>]*-->/);
  return next < 0 ? rest.replace(/<\/div>\n$/, '') : rest.slice(0, next);
}

function commandTable(language: Language): string {
  const w = words[language];
  const rows = commandSpecs.map(
    ({ name, about }) => `| [\`${name}\`](#${name}) | ${wordsOf(about[language])} |`,
  );
  return [`| ${w.command} | ${w.does} |`, '|---|---|', ...rows, ''].join('\n');
}

/** One command: what it does, how it is called, its options and examples; then those that it holds. */
function commandText(spec: CommandSpec, name: string, language: Language): string {
  const parts = [`${sentence(wordsOf(spec.about[language]))}\n`];
  if (spec.run !== undefined) {
    const usage = ['partner', name, ...(spec.args === undefined ? [] : [spec.args])].join(' ');
    parts.push(codeBlock([usage], language));
  }
  if (spec.options !== undefined) parts.push(optionTable(spec.options, language));
  if (spec.examples !== undefined) parts.push(codeBlock(spec.examples, language));
  for (const child of spec.children ?? []) {
    const whole = `${name} ${child.name}`;
    parts.push(`### ${whole}\n`, commandText(child, whole, language));
  }
  return parts.join('\n');
}

/** Code stands outside of what reads from right to left. */
function codeBlock(lines: readonly string[], language: Language): string {
  const block = `\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`;
  return language === 'he' ? `</div>\n\n${block}\n<div dir="rtl">\n` : block;
}

function optionTable(options: readonly OptionSpec[], language: Language): string {
  const w = words[language];
  const rows = options.map(({ flags, about, choices }) => {
    const oneOf = choices === undefined ? '' : `: ${choices.map((choice) => `\`${choice}\``).join(', ')}`;
    return `| \`${flags}\` | ${wordsOf(about[language])}${oneOf} |`;
  });
  return [`| ${w.option} | ${w.means} |`, '|---|---|', ...rows, ''].join('\n');
}

/** What the program prints as plain text, in Markdown: options are code. */
function wordsOf(about: string): string {
  return about.replaceAll('|', '\\|').replace(/(?<![\w-])--[a-z-]+/g, (option) => `\`${option}\``);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

import { join } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Invocation, printJson, terminalOf, writeLong } from '../invocation.ts';
import type { HelpPage, HelpTitles } from '../render/help/help-page.ts';
import type { Topic } from '../render/help/topic.ts';
import { type TopicName, topicNames } from '../render/help/topic-names.ts';
import { namesOfParts, sectionTopic, stageTopic, topicOf } from '../render/help/topics.ts';
import { printable } from '../render/printable.ts';
import { renderLines } from '../render/rendered.ts';
import { renderHelp } from '../render/terminal/help.ts';
import { renderTopic } from '../render/terminal/topic.ts';
import { isFolder } from '../store/write-output.ts';
import { modelAround } from './choose-model.ts';

/** What the command line knows of the words that help was asked for. */
export interface HelpAsked {
  readonly language: Language;
  readonly titles: HelpTitles;
  readonly options: CommandOptions;
  /** The help of the command that the words name; undefined where they name none. */
  readonly command: HelpPage | undefined;
  /** Every command by the words that name it, to suggest one. */
  readonly known: readonly string[];
}

/**
 * `partner help`: a command's help, an explanation of the method, the fields of a section, or a stage.
 * `metrics` is a command, a section and a part of the method: alone it means the method, whose
 * explanation names the other two.
 */
export async function help(
  invocation: Invocation,
  words: readonly string[],
  asked: HelpAsked,
): Promise<number> {
  const { stdout, resources } = invocation.context;
  if (asked.options.manPath === true) {
    // man looks below the folder of a language, as it does below the folder of all.
    const folder = join(resources, 'man', ...(asked.language === 'en' ? [] : [asked.language]));
    if (!isFolder(folder)) throw new PartnerError('usage', { problem: noManual, command: 'help' });
    stdout.write(renderLines([printable(folder)]));
    return 0;
  }
  const settings = terminalOf(invocation, stdout, asked.language);
  const topic =
    asked.command === undefined || isTopic(words[0]) ? await explain(words, invocation, asked) : undefined;
  if (topic !== undefined) {
    if (invocation.json) printJson(invocation, { format: 1, ...topic });
    else await writeLong(invocation.context, await renderTopic(topic, settings));
    return 0;
  }
  const page = asked.command;
  if (page === undefined) throw await unknown(words, invocation, asked);
  if (invocation.json) printJson(invocation, { format: 1, ...page });
  else await writeLong(invocation.context, await renderHelp(page, asked.titles, settings));
  return 0;
}

// The program in one file has nothing beside it.
const noManual = {
  en: 'this copy of the program came without its manual pages; `partner help` tells the same',
  he: 'עותק זה של התכנה בא בלי דפי ה־man; ‏`partner help` אומר אותם דברים',
};

function isTopic(word: string | undefined): word is TopicName {
  return topicNames.some((name) => name === word);
}

async function explain(
  words: readonly string[],
  invocation: Invocation,
  { language }: HelpAsked,
): Promise<Topic | undefined> {
  const { model, isOwn } = await modelAround(invocation);
  const word = words.at(-1) ?? '';
  // `help add metrics` asks for the fields of a metric.
  if (words.length === 1 && isTopic(word)) return topicOf(word, { model, isOwn }, language);
  return (await sectionTopic(word, model, language)) ?? (await stageTopic(word, model, language));
}

async function unknown(
  words: readonly string[],
  invocation: Invocation,
  { known }: HelpAsked,
): Promise<PartnerError> {
  const { model } = await modelAround(invocation);
  const asked = words.join(' ');
  const names = [...known, ...topicNames, ...namesOfParts(model), ...model.stages.map(({ id }) => id)];
  const meant = nearest(asked, names);
  const params = { topic: asked, known: topicNames, ...(meant === undefined ? {} : { nearest: meant }) };
  return new PartnerError('unknown-topic', params);
}

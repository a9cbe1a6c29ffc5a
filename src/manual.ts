import type { CommandSpec } from './command-specs/command-spec.ts';
import { commandGroups } from './command-specs/command-specs.ts';
import type { Model } from './core/schema/model.ts';
import type { Language } from './core/schema/partnership.ts';
import { globalOptionGroup, helpPageOf } from './help-page.ts';
import type { HelpPage } from './render/help/help-page.ts';
import { topicNames } from './render/help/topic-names.ts';
import { topicOf } from './render/help/topics.ts';
import { renderManual } from './render/man/manual.ts';

/**
 * The manual page of the program, `partner.1`, out of what its help says. For the build, which puts it
 * beside the program; `model` is the one whose stages it tells.
 */
export async function manualPage(
  language: Language,
  model: Model,
  { version, date }: { readonly version: string; readonly date: string },
): Promise<string> {
  const topics = await Promise.all(
    topicNames.map((name) => topicOf(name, { model, isOwn: false }, language)),
  );
  const manual = {
    ...{ topics, version, date },
    program: helpPageOf([], language),
    groups: commandGroups.map(({ title, commands }) => ({
      title: title[language],
      commands: commands.flatMap((command) => pagesOf([command], language)),
    })),
    globalOptions: globalOptionGroup(language),
  };
  return renderManual(manual, language);
}

/** The help of a command, or of those inside it where it only holds others. */
function pagesOf(path: readonly CommandSpec[], language: Language): HelpPage[] {
  const children = path.at(-1)?.children ?? [];
  if (children.length === 0) return [helpPageOf(path, language)];
  return children.flatMap((child) => pagesOf([...path, child], language));
}

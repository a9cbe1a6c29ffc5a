import type { CommandOptions } from '../command-specs/command-spec.ts';
import { changeOptions, type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable } from '../render/printable.ts';
import { createPage } from '../render/terminal/page.ts';
import { requireRoot } from '../store/discover.ts';
import { unlock } from '../store/files/lock.ts';

/** `partner unlock`: removes the lock of a command that died; one whose owner lives only with `--force`. */
export async function unlockPartnership(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const { context } = invocation;
  const root = requireRoot(invocation.folder);
  const holder = unlock(root, {
    ...changeOptions(invocation, false, () => {}).lock,
    force: options.force === true,
  });
  if (invocation.json) {
    printJson(invocation, {
      format: 1,
      changed: [],
      result: { removed: holder !== undefined, holder: holder ?? null },
    });
    return 0;
  }
  const language = languageOf(context, invocation.options.lang);
  const { changes } = await loadTerms(language);
  const page = createPage(terminalOf(invocation, context.stdout, language));
  page.paragraph(printable(holder === undefined ? changes.notLocked : changes.unlocked(holder)));
  context.stdout.write(await page.render());
  return 0;
}

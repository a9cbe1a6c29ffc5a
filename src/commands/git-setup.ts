import type { CommandOptions } from '../command-specs/command-spec.ts';
import { carryOutSetup, planSetup, type SetupPlan, type SetupStep } from '../git/setup.ts';
import { hookLine } from '../git/setup-parts.ts';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { type GitWords, loadGitWords } from '../render/messages/git.ts';
import { printable, trusted } from '../render/printable.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { repositoryAround } from './committing.ts';
import { shownPath } from './paths.ts';

/** `partner git install`: sets the merge driver, the headings of differences and the hooks up in this clone. */
export async function gitInstall(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  return setUp(invocation, 'installed', options.dryRun === true);
}

/** `partner git uninstall`: takes down what `git install` set up, to the byte. */
export async function gitUninstall(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  return setUp(invocation, 'removed', options.dryRun === true);
}

async function setUp(
  invocation: Invocation,
  wanted: 'installed' | 'removed',
  dryRun: boolean,
): Promise<number> {
  const { context, quiet } = invocation;
  const repository = await repositoryAround(invocation, invocation.folder);
  const plan = await planSetup(repository, context.program, wanted);
  if (!dryRun) await carryOutSetup(repository, plan);
  if (invocation.json) {
    printJson(invocation, resultOf(invocation, plan, dryRun));
    return 0;
  }
  const language = languageOf(context, invocation.options.lang);
  const { setup } = await loadGitWords(language);
  const page = createPage(terminalOf(invocation, context.stdout, language));
  const title = plan.steps.length === 0 ? setup.asBefore : dryRun ? setup.wouldChange : setup[wanted];
  page.paragraph([{ text: trusted(title), style: 'strong' }]);
  for (const step of plan.steps) tellStep(page, step, setup, invocation);
  for (const hook of plan.foreignHooks) {
    page.paragraph([{ text: printable(setup.foreignHook(shownPath(invocation, hook))), style: 'attention' }]);
    page.command(printable(hookLine(context.program)));
  }
  if (wanted === 'installed' && plan.steps.some(({ kind }) => kind === 'file'))
    page.paragraph([{ text: trusted(setup.shareAttributes), style: 'muted' }]);
  if (!quiet) context.stdout.write(await page.render());
  return 0;
}

function tellStep(page: Page, step: SetupStep, words: GitWords['setup'], invocation: Invocation): void {
  if (step.kind === 'setting') {
    page.list([printable(step.after === undefined ? words.unset(step.key) : words.setting(step.key))]);
    if (step.after !== undefined) page.command(printable(step.after));
    return;
  }
  const name = shownPath(invocation, step.path);
  if (step.after === undefined) {
    page.list([printable(words.deleted(name))]);
    return;
  }
  page.list([printable(step.before === undefined ? words.created(name) : words.changed(name))]);
  const before = (step.before ?? '').split(/\r?\n/);
  const after = step.after.split(/\r?\n/);
  for (const line of before.filter((one) => !after.includes(one))) page.command(printable(`- ${line}`));
  for (const line of after.filter((one) => !before.includes(one))) page.command(printable(`+ ${line}`));
}

function resultOf(invocation: Invocation, { steps, foreignHooks }: SetupPlan, dryRun: boolean): object {
  return {
    format: 1,
    changed: steps.flatMap((step) => (step.kind === 'file' ? [shownPath(invocation, step.path)] : [])),
    result: {
      settings: steps.flatMap((step) =>
        step.kind === 'setting' ? [{ key: step.key, value: step.after ?? null }] : [],
      ),
      foreign_hooks: foreignHooks.map((hook) => shownPath(invocation, hook)),
    },
    dry_run: dryRun,
  };
}

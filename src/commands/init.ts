import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { languagesOf } from '../core/model.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type NewPartnership, newPartnershipFiles } from '../core/scaffold.ts';
import { checkSchema } from '../core/schema/check-schema.ts';
import type { PartnerData } from '../core/schema/partnership.ts';
import { sectors } from '../core/schema/sections/words.ts';
import { type Invocation, languageOf, printJson, processFacts, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage } from '../render/terminal/page.ts';
import { createPartnership, existingFolder, newFileText, requireFree } from '../store/create-partnership.ts';
import { modelFile, ownModelFolder } from '../store/models.ts';
import { askNewPartnership } from './ask-new-partnership.ts';
import { needsAnswer } from './changing.ts';
import type { CommitReport } from './committing.ts';
import { type InitPlan, type InitRequest, planWith } from './init-plan.ts';
import { shownPath } from './paths.ts';

/** `partner init`: starts a partnership in a new folder; on a terminal it asks, elsewhere flags tell. */
export async function init(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const request = requestFrom(invocation, args[0] as string | undefined, options);
  const facts = processFacts(invocation.context);
  // First, since no answer to anything would help where a partnership stands.
  if (request.dir !== undefined) requireFree(resolve(invocation.folder, request.dir), facts);
  const isTold = request.dir !== undefined && request.name !== undefined;
  const plan =
    invocation.canAsk && !isTold
      ? await askNewPartnership(invocation, request)
      : await planFromFlags(invocation, request);
  await requireValid(plan.partnership);
  requireFree(plan.folder, facts);
  const { editorSchemas } = await import('./editor-schemas.ts');
  const schemas = await editorSchemas(plan.partnership.model, plan.partnership.language);
  const files = [...schemas, ...filesOf(plan)];
  const dryRun = options.dryRun === true;
  const isCommitted = options.commit === true && !dryRun;
  const committing = isCommitted ? await import('./committing.ts') : undefined;
  const repository = await committing?.repositoryAround(invocation, existingFolder(plan.folder));
  if (!dryRun) createPartnership(plan.folder, files, facts);
  const commit =
    repository && (await committing?.commitStart(repository, plan.partnership, plan.folder, files));
  await tell(invocation, plan, files, dryRun, commit);
  return commit?.kind === 'refused' ? 2 : 0;
}

function requestFrom({ today }: Invocation, dir: string | undefined, options: CommandOptions): InitRequest {
  const started = (options.started as string | undefined) ?? today;
  return {
    dir,
    name: options.name as string | undefined,
    id: options.id as string | undefined,
    model: options.model as string | undefined,
    language: options.language as string | undefined,
    started,
    currency: options.currency as string | undefined,
    partners: ((options.partner as readonly string[] | undefined) ?? []).map((word) =>
      readPartner(word, started),
    ),
  };
}

/** Reads `id:name:sector`; a name may hold colons. */
function readPartner(word: string, joined: string): PartnerData {
  const [id = '', ...rest] = word.split(':');
  const sector = rest.at(-1) ?? '';
  const name = rest.slice(0, -1).join(':');
  if (name.trim() !== '' && (sectors as readonly string[]).includes(sector)) {
    return { id, name: name.trim(), sector: sector as PartnerData['sector'], joined };
  }
  const problem = {
    en: `--partner "${word}": write id:name:sector, where sector is one of ${sectors.join(', ')}`,
    he: `--partner "${word}": יש לכתוב id:name:sector; sector הוא אחד מאלה: ${sectors.join(', ')}`,
  };
  throw new PartnerError('usage', { problem, command: 'init' });
}

async function planFromFlags(invocation: Invocation, request: InitRequest): Promise<InitPlan> {
  if (request.dir === undefined)
    throw needsAnswer('the folder of the new partnership', 'התיקייה של השותפות החדשה', 'partner init DIR');
  if (request.name === undefined) throw needsAnswer('the name of the partnership', 'שם השותפות', '--name');
  const language = languageOf(invocation.context, invocation.options.lang);
  const folder = resolve(invocation.folder, request.dir);
  return planWith(invocation, request, { language, folder, name: request.name });
}

/** Holds the new `partnership.yaml` against its schema before anything is written. */
async function requireValid(partnership: NewPartnership): Promise<void> {
  const home = newPartnershipFiles(partnership).at(-1);
  const problems = await checkSchema({ partnership: languagesOf(partnership.model) }, home?.data);
  const ids = partnership.partners.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined)
    throw new PartnerError('duplicate-entry', { section: 'partners', id: repeated });
  if (problems.length === 0) return;
  const diagnostics = problems.map(({ code, severity, path, params = {} }) => ({
    ...{ code, severity, params, path: path.join('.') },
    ...{ file: 'partnership.yaml', line: 1, column: 1 },
  }));
  throw new PartnerError('invalid-value', { file: 'partnership.yaml' }, { diagnostics });
}

function filesOf({ partnership, chosen }: InitPlan): { path: string; bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  const files = newPartnershipFiles(partnership).map((file) => ({
    path: file.file,
    bytes: encoder.encode(newFileText(file)),
  }));
  if (chosen.bytes === undefined) return files;
  return [{ path: `${ownModelFolder(chosen.model.model)}/${modelFile}`, bytes: chosen.bytes }, ...files];
}

async function tell(
  invocation: Invocation,
  { folder, partnership }: InitPlan,
  files: readonly { path: string; bytes: Uint8Array }[],
  dryRun: boolean,
  commit: CommitReport | undefined,
): Promise<void> {
  const { context, quiet } = invocation;
  const language = languageOf(context, invocation.options.lang, partnership.language);
  const shown = files.map(({ path }) => shownPath(invocation, `${folder}/${path}`));
  if (invocation.json) {
    const result = {
      id: partnership.id,
      name: partnership.name,
      dir: shownPath(invocation, folder),
      model: partnership.model.model,
    };
    printJson(invocation, {
      format: 1,
      changed: shown,
      result,
      dry_run: dryRun,
      ...(commit === undefined ? {} : await (await import('./committing.ts')).commitJson(commit, language)),
    });
    return;
  }
  const terms = await loadTerms(language);
  const settings = terminalOf(invocation, context.stdout, language);
  if (dryRun) {
    for (const [index, { bytes }] of files.entries()) {
      context.stdout.write(await renderDiff({ file: shown[index] ?? '', after: bytes }, settings));
    }
    const notes = createPage(terminalOf(invocation, context.stderr, language));
    notes.paragraph([{ text: trusted(terms.changes.dryRun), style: 'muted' }]);
    context.stderr.write(await notes.render());
    return;
  }
  if (commit !== undefined) await (await import('./committing.ts')).tellCommit(invocation, commit, language);
  if (quiet) return;
  const page = createPage(settings);
  const dir = shownPath(invocation, folder);
  page.paragraph([
    { text: trusted(terms.changes.created(printable(partnership.name), printable(dir))), style: 'good' },
  ]);
  page.paragraph([{ text: trusted(`${terms.status.next}:`), style: 'strong' }]);
  if (dir !== '.') page.command(printable(`cd ${dir}`));
  page.command(trusted('partner status'));
  context.stdout.write(await page.render());
}

import { resolve } from 'node:path';
import { idFromName, idPattern } from '../core/id.ts';
import { inLanguage } from '../core/model.ts';
import { PartnerError } from '../core/partner-error.ts';
import { newPartnershipFiles } from '../core/scaffold.ts';
import type { Model } from '../core/schema/model.ts';
import type { Language, PartnerData } from '../core/schema/partnership.ts';
import { sectors } from '../core/schema/sections/words.ts';
import { type Invocation, languageOf, processFacts } from '../invocation.ts';
import { loadTerms, type Terms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { requireFree } from '../store/create-partnership.ts';
import { builtInModelIds, requireBuiltIn } from '../store/models.ts';
import { chooseModel } from './choose-model.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';
import { defaultCurrency, type InitPlan, type InitRequest, planWith } from './init-plan.ts';
import { languageName } from './partnership-language.ts';
import { shownPath } from './paths.ts';

/**
 * The wizard of `partner init`: explains itself, suggests an answer to each question, shows what it
 * will write and writes nothing without a yes. Questions that flags have answered are not asked.
 */
export async function askNewPartnership(invocation: Invocation, request: InitRequest): Promise<InitPlan> {
  const language = await askLanguage(invocation);
  const dialogue = await openDialogue({ ...invocation, options: { ...invocation.options, lang: language } });
  const { init } = dialogue.words;
  await dialogue.say((page) => {
    for (const line of init.welcome) page.paragraph(trusted(line));
    page.blank();
  });
  const name = request.name ?? (await dialogue.text(init.name, { isRequired: true }));
  const folder = await askFolder(invocation, dialogue, request, name);
  const id = request.id ?? (await askId(dialogue, folder, name));
  const model = request.model ?? (await askModel(invocation, dialogue));
  const asked: InitRequest = {
    ...request,
    id,
    model,
    language: request.language ?? (await askTexts(dialogue, (await chooseModel(invocation, model)).model)),
    started: await dialogue.date(init.started, { initial: request.started, isRequired: true }),
    currency: request.currency ?? (await askCurrency(dialogue, language)),
  };
  const partners =
    request.partners.length > 0 ? request.partners : await askPartners(dialogue, asked.started);
  const plan = await planWith(invocation, { ...asked, partners }, { language, folder, name: name.trim() });
  await showPlan(invocation, dialogue, plan);
  await dialogue.confirmOrCancel(init.write);
  return plan;
}

async function askLanguage(invocation: Invocation): Promise<Language> {
  const { context, options } = invocation;
  if (options.lang !== undefined) return options.lang;
  const dialogue = await openDialogue(invocation);
  const { language, languages } = dialogue.words.init;
  const choices = (['he', 'en'] as const).map((value) => ({ value, name: languages[value] }));
  return dialogue.choose(language, choices, languageOf(context, undefined));
}

async function askFolder(
  invocation: Invocation,
  dialogue: Dialogue,
  { dir }: InitRequest,
  name: string,
): Promise<string> {
  if (dir !== undefined) return resolve(invocation.folder, dir);
  const { folder, folderTaken } = dialogue.words.init;
  const answer = await dialogue.text(folder, {
    initial: idFromName(name, 'partnership'),
    isRequired: true,
    check: (answer) => (isFree(invocation, resolve(invocation.folder, answer)) ? true : folderTaken),
  });
  return resolve(invocation.folder, answer.trim());
}

function isFree({ context }: Invocation, folder: string): boolean {
  try {
    requireFree(folder, processFacts(context));
    return true;
  } catch (error) {
    if (error instanceof PartnerError) return false;
    throw error;
  }
}

function askId(dialogue: Dialogue, folder: string, name: string): Promise<string> {
  const initial = idFromName(folder.split(/[\\/]/).at(-1) ?? '', idFromName(name, 'partnership'));
  const check = (answer: string) => (idPattern.test(answer) ? true : dialogue.words.badId);
  return dialogue.text(dialogue.words.init.id, { initial, isRequired: true, check });
}

function askModel({ context }: Invocation, dialogue: Dialogue): Promise<string> {
  const choices = builtInModelIds(context.resources).map((id) => {
    const model = requireBuiltIn(id, context.resources);
    return { value: id, name: `${inLanguage(model.title, dialogue.language)} (${id})` };
  });
  return dialogue.choose(dialogue.words.init.model, choices, 'iblf-10');
}

/** Asks for the language of the texts where the model has others than the reader's two. */
async function askTexts(dialogue: Dialogue, { languages }: Model): Promise<string | undefined> {
  const { init } = dialogue.words;
  if (languages.every((tag) => tag === 'he' || tag === 'en') && languages.includes(dialogue.language))
    return undefined;
  if (languages.length < 2) return languages[0];
  const choices = languages.map((value) => ({
    value,
    name: value === 'he' || value === 'en' ? init.languages[value] : languageName(value),
  }));
  const initial = languages.includes(dialogue.language) ? dialogue.language : languages[0];
  return dialogue.choose(init.textLanguage, choices, initial);
}

function askCurrency({ words, text }: Dialogue, language: Language): Promise<string> {
  const check = (answer: string) => (/^[A-Z]{3}$/.test(answer) ? true : words.init.badCurrency);
  return text(words.init.currency, { initial: defaultCurrency(language), isRequired: true, check });
}

async function askPartners(dialogue: Dialogue, joined: string): Promise<PartnerData[]> {
  const { init } = dialogue.words;
  const terms = await loadTerms(dialogue.language);
  const partners: PartnerData[] = [];
  while (
    await dialogue.confirm(partners.length === 0 ? init.addPartner : init.addAnother, partners.length === 0)
  ) {
    const name = (await dialogue.text(init.partnerName, { isRequired: true })).trim();
    const choices = sectors.map((value) => ({ value, name: terms.words[value] ?? value }));
    const sector = await dialogue.choose(init.partnerSector, choices);
    const id = idFromName(name, 'partner', (taken) => partners.some((partner) => partner.id === taken));
    partners.push({ id, name, sector, joined });
  }
  return partners;
}

async function showPlan(
  invocation: Invocation,
  dialogue: Dialogue,
  { folder, partnership }: InitPlan,
): Promise<void> {
  const { init } = dialogue.words;
  const terms: Terms = await loadTerms(dialogue.language);
  const stages = partnership.model.stages.length;
  const files = newPartnershipFiles(partnership).map(({ file }) => file);
  await dialogue.say((page) => {
    page.blank();
    page.paragraph([
      { text: trusted(init.preview(printable(shownPath(invocation, folder)))), style: 'strong' },
    ]);
    const line = (file: string, about: string) => [
      { text: printable(file), style: 'accent' as const, ltr: true as const },
      { text: trusted(`  ${about}`) },
    ];
    page.list([
      line('partnership.yaml', init.what.home),
      line(`${files[0]} …`, init.what.stages(stages)),
      line('reviews.yaml', init.what.book),
    ]);
    page.paragraph([
      {
        text: printable(`${partnership.name} · ${terms.date(partnership.started)} · ${partnership.currency}`),
      },
      { text: printable(partnership.partners.map((partner) => ` · ${partner.name}`).join('')) },
    ]);
    page.blank();
  });
}

import { type Criterion, commonCriteria, sectorCriteria } from '../../core/assessment.ts';
import { labelIn } from '../../core/language.ts';
import { inLanguage } from '../../core/model.ts';
import type { Model, ModelStage } from '../../core/schema/model.ts';
import { sectionsOfStage } from '../../core/schema/model-sections.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { fieldsOf, type Section } from '../../core/schema/section.ts';
import { fieldWords, formOfSection, typeOf } from '../field-words.ts';
import type { AssessmentWords } from '../messages/assessment.ts';
import type { Terms } from '../messages/terms.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage, type Page } from './page.ts';

interface ModelView {
  readonly terms: Terms;
  readonly language: Language;
  /** The language that the model's texts are shown in. */
  readonly textLanguage: string;
  readonly settings: TerminalSettings;
}

/** A model in full: where it is from, and each stage with its purpose, its checklist and its sections. */
export function renderModel(
  model: Model,
  view: ModelView & { readonly assessment: AssessmentWords },
): Promise<Rendered> {
  const page = createPage(view.settings);
  page.heading(printable(inLanguage(model.title, view.textLanguage)));
  page.paragraph([
    { text: printable(model.model), style: 'muted', ltr: true },
    { text: trusted(` · ${view.terms.model.version(model.version)}`), style: 'muted' },
  ]);
  if (model.source !== undefined)
    page.paragraph([{ text: printable(inLanguage(model.source, view.textLanguage)), style: 'muted' }]);
  for (const [index, stage] of model.stages.entries()) {
    showStage(page, stage, index + 1, view);
    for (const section of sectionsOfStage(model, stage)) showOwnSection(page, section, view);
    if (stage.sections.includes('candidates')) showCriteria(page, view, view.assessment);
  }
  showMetrics(page, model, view);
  return page.render();
}

function showStage(
  page: Page,
  stage: ModelStage,
  number: number,
  { terms, textLanguage: language }: ModelView,
): void {
  page.blank();
  page.paragraph([
    { text: printable(`${number}. ${inLanguage(stage.title, language)}`), style: 'heading' },
    { text: trusted('  ') },
    { text: printable(stage.id), style: 'muted', ltr: true },
  ]);
  page.paragraph(printable(inLanguage(stage.purpose, language)));
  if (stage.guidance !== undefined)
    page.paragraph([{ text: printable(inLanguage(stage.guidance, language)), style: 'muted' }]);
  page.list(
    stage.checklist.map((item) => {
      const evidence = item.evidence === undefined ? '' : ` ⟨${inLanguage(item.evidence, language)}⟩`;
      return [
        { text: printable(item.id), style: 'accent', ltr: true },
        { text: trusted('  ') },
        { text: printable(inLanguage(item.text, language)) },
        {
          text: printable(`${evidence}${item.required ? '' : ` (${terms.model.optional})`}`),
          style: 'muted',
        },
      ];
    }),
  );
  if (stage.sections.length === 0) return;
  page.paragraph([
    { text: trusted(`${terms.model.sections}: `), style: 'muted' },
    { text: printable(stage.sections.join(', ')), ltr: true },
  ]);
}

/** The fields of a section that the model declares; the built-in ones have theirs in the docs. */
function showOwnSection(page: Page, section: Section, { language, textLanguage }: ModelView): void {
  if (section.own === undefined || section.form === 'text') return;
  const plain = (markdown: string) => printable(markdown.replaceAll('`', ''));
  const words = fieldWords(language);
  page.blank();
  page.paragraph([
    { text: printable(section.name), style: 'accent', ltr: true },
    { text: printable(`  ${labelIn(section.label, textLanguage)}`), style: 'strong' },
    { text: plain(` – ${formOfSection(section, language)}`), style: 'muted' },
  ]);
  page.table({
    columns: [
      { header: trusted(words.key) },
      { header: trusted(words.type), flexible: true, minWidth: 10 },
      { header: trusted(words.needed) },
      { header: trusted(words.meaning), flexible: true, minWidth: 16 },
    ],
    rows: fieldsOf(section.entry).map((field) => [
      { text: printable(field.key), style: 'accent', ltr: true },
      { text: plain(typeOf(field, language)) },
      { text: trusted(field.optional ? '' : words.yes) },
      { text: printable(labelIn(field.meta.label, textLanguage)) },
    ]),
  });
}

function showMetrics(page: Page, { metrics = [] }: Model, { terms, textLanguage }: ModelView): void {
  if (metrics.length === 0) return;
  page.blank();
  page.paragraph([{ text: trusted(`${terms.model.metrics}:`), style: 'muted' }]);
  page.list(
    metrics.map(({ id, name }) => [
      { text: printable(id), style: 'accent' as const, ltr: true as const },
      { text: printable(`  ${inLanguage(name, textLanguage)}`) },
    ]),
  );
}

/** What the assessment asks of all candidates, and of those of each sector. */
function showCriteria(page: Page, { terms, language }: ModelView, words: AssessmentWords): void {
  page.paragraph([{ text: trusted(`${words.title}:`), style: 'muted' }]);
  const line = (who: string, criteria: readonly Criterion[]) => [
    { text: trusted(`${who}: `), style: 'muted' as const },
    ...criteria.flatMap(({ id, label }, index) => [
      ...(index === 0 ? [] : [{ text: trusted('; ') }]),
      { text: trusted(id), style: 'accent' as const, ltr: true as const },
      { text: trusted(` – ${label[language]}`) },
    ]),
  ];
  page.list([
    line(words.everyone, commonCriteria),
    ...Object.entries(sectorCriteria).map(([sector, criteria]) =>
      line(terms.words[sector] ?? sector, criteria),
    ),
  ]);
}

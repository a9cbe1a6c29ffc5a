import { type Criterion, commonCriteria, sectorCriteria } from '../../core/assessment.ts';
import { inLanguage } from '../../core/model.ts';
import type { Model, ModelStage } from '../../core/schema/model.ts';
import type { Language } from '../../core/schema/partnership.ts';
import type { AssessmentWords } from '../messages/assessment.ts';
import type { Terms } from '../messages/terms.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage, type Page } from './page.ts';

interface ModelView {
  readonly terms: Terms;
  readonly language: Language;
  readonly settings: TerminalSettings;
}

/** A line for each model: its id, its title and how many stages it has. */
export function renderModelList(
  models: readonly Model[],
  { terms, language, settings }: ModelView,
): Promise<Rendered> {
  const page = createPage(settings);
  page.table({
    columns: [
      { header: trusted('id') },
      { header: trusted(''), flexible: true, minWidth: 16 },
      { header: trusted('') },
      { header: trusted('') },
    ],
    rows: models.map((model) => [
      { text: printable(model.model), style: 'accent', ltr: true },
      { text: printable(inLanguage(model.title, language)) },
      { text: trusted(terms.model.version(model.version)), style: 'muted' },
      { text: trusted(terms.model.stages(model.stages.length)), style: 'muted' },
    ]),
  });
  return page.render();
}

/** A model in full: where it is from, and each stage with its purpose, its checklist and its sections. */
export function renderModel(
  model: Model,
  view: ModelView & { readonly assessment: AssessmentWords },
): Promise<Rendered> {
  const page = createPage(view.settings);
  page.heading(printable(inLanguage(model.title, view.language)));
  page.paragraph([
    { text: printable(model.model), style: 'muted', ltr: true },
    { text: trusted(` · ${view.terms.model.version(model.version)}`), style: 'muted' },
  ]);
  if (model.source !== undefined)
    page.paragraph([{ text: printable(inLanguage(model.source, view.language)), style: 'muted' }]);
  for (const [index, stage] of model.stages.entries()) {
    showStage(page, stage, index + 1, view);
    if (stage.sections.includes('candidates')) showCriteria(page, view, view.assessment);
  }
  return page.render();
}

function showStage(page: Page, stage: ModelStage, number: number, { terms, language }: ModelView): void {
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

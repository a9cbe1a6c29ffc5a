import type { ReportItem, ReportStage } from '../../../core/report/stages.ts';
import { foreign, type Html, html, join, link, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { badge, section, stageSigns, stageTones, table } from '../pieces.ts';

/** Every stage with its checklist and what was shown for it; stages that lie ahead are folded. */
export function checklists(view: ReportView): Html {
  const { report, words } = view;
  return section(
    'checklists',
    words.sections.checklists,
    html`${report.stages.map((stage) => fold(stage, view))}`,
  );
}

function fold(stage: ReportStage, view: ReportView): Html {
  const { words, terms } = view;
  const { state, checklist } = stage;
  const isAhead = state === 'upcoming' && checklist.done === 0;
  const { item, state: standing, evidence } = words.fields;
  return html`
<details${isAhead ? null : html` open`}>
<summary><h3>${foreign(`${stage.number}. ${stage.title}`)}</h3> ${badge(stageTones[state], stageSigns[state], terms.words[state] ?? state)} <span class="aside num">${checklist.done}/${checklist.total}</span></summary>
<p class="aside">${foreign(stage.purpose)}</p>
${table(
  stage.title,
  [{ title: item }, { title: standing }, { title: evidence }],
  stage.items.map((one) => [itemText(one, view), itemState(one, view), evidenceCell(one, view)]),
)}
</details>`;
}

function itemText({ text: said, required }: ReportItem, { words }: ReportView): Html {
  return html`${foreign(said)}${required ? null : html` <span class="aside">(${text(words.optional)})</span>`}`;
}

function itemState({ done, waived, on, by }: ReportItem, { words, figures }: ReportView): Html {
  if (waived !== null) {
    return html`${badge('attention', '–', words.waived)}<span class="note">${foreign(waived.reason)}</span>`;
  }
  if (!done) return badge('muted', '○', words.notDone);
  const when = words.doneBy(by ?? '', on === null ? '' : figures.date(on));
  return html`${badge('good', '✓', words.done)}${when === '' ? null : html`<span class="note">${foreign(when)}</span>`}`;
}

function evidenceCell({ evidence, expected, done }: ReportItem, { words, terms }: ReportView): Html {
  if (evidence.length > 0) {
    return join(
      evidence.map((place) => link(place, html`<span class="path">${foreign(place)}</span>`)),
      html`, `,
    );
  }
  if (done) return html`<span class="none">${text(words.notRecorded)}</span>`;
  return expected === null
    ? html`–`
    : html`<span class="aside">${foreign(terms.status.expects(expected))}</span>`;
}

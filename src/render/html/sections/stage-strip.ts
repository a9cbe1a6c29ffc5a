import type { ReportStage } from '../../../core/report/stages.ts';
import { foreign, type Html, html, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { section, stageSigns, stageTones } from '../pieces.ts';

/** The stages side by side, in the direction of reading; on a phone one below the other. */
export function stageStrip(view: ReportView): Html {
  const { report, words } = view;
  return section(
    'stages',
    words.sections.stages,
    html`<ol class="strip" style="--stages:${report.stages.length}">${report.stages.map((stage) => step(stage, view))}
</ol>`,
  );
}

function step(stage: ReportStage, { terms }: ReportView): Html {
  const { state, checklist, overdueDays, waived, round } = stage;
  const sign =
    state === 'passed' || state === 'reopened' || state === 'suspect'
      ? stageSigns[state]
      : String(stage.number);
  const notes = [
    terms.words[state] ?? state,
    `${checklist.done}/${checklist.total}`,
    ...(round > 1 ? [terms.status.round(round)] : []),
    ...(waived > 0 ? [terms.status.waived(waived)] : []),
  ];
  return html`
<li class="${text(stageTones[state])}"${state === 'current' ? html` aria-current="step"` : null}>
<span class="node" aria-hidden="true">${text(sign)}</span>
<span class="title">${foreign(stage.title)}</span>
<span class="notes">${notes.map((note, index) => html`${text(index === 0 ? '' : ' · ')}<span class="num">${text(note)}</span>`)}</span>${
    overdueDays === null
      ? null
      : html`
<span class="late">${text(terms.status.overdue(overdueDays))}</span>`
  }
</li>`;
}

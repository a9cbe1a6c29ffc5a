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
    html`<ol class="strip" style="${text(measuresOf(report.stages))}">${report.stages.map((stage) => step(stage, view))}
</ol>`,
  );
}

/** What the styles need for rows that break no word: how many stages there are, half of them, the longest word's letters. */
function measuresOf(stages: readonly ReportStage[]): string {
  const words = stages.flatMap(({ title }) => title.split(/[\s\p{Pd}/]+/u));
  const longest = Math.max(...words.map((word) => Array.from(word).length));
  return `--stages:${stages.length};--half:${Math.ceil(stages.length / 2)};--word:${longest}`;
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

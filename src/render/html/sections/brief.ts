import { onTimeRate } from '../../../core/measurement/milestones.ts';
import type { Ratios } from '../../../core/measurement/ratios.ts';
import { type Html, html, text } from '../../escape/html.ts';
import { ratioFigure } from '../../ratio-forms.ts';
import type { ReportView } from '../../report-view.ts';
import { section } from '../pieces.ts';

/** The figures that a board asks for first. What is missing reads so; a ratio is never made up. */
export function brief(view: ReportView): Html {
  const { report, words, figures } = view;
  const { inputs, ratios, beneficiaries, withoutTime, milestones } = report.measurement;
  const said = words.figures;
  const { onTime, due } = onTimeRate(milestones);
  const target = beneficiariesTarget(view);
  const ratio = (name: keyof Ratios) => ratioFigure(name, ratios, figures);
  const withoutTimeEach = ratio('costPerBeneficiaryWithoutTime');
  return section(
    'brief',
    words.sections.brief,
    html`<dl class="tiles">${[
      tile(
        said.total,
        figures.money(inputs.total),
        said.totalNote(figures.money(inputs.time), figures.money(withoutTime)),
      ),
      tile(
        said.reached,
        beneficiaries === null ? null : figures.number(beneficiaries),
        target === null ? null : said.ofTarget(target),
        words.notRecorded,
      ),
      tile(
        said.costPerPerson,
        ratio('costPerBeneficiary'),
        withoutTimeEach === null ? null : said.withoutTime(withoutTimeEach),
        words.notAvailable,
      ),
      tile(
        said.onTime,
        ratio('onTimeRate'),
        due === 0 ? null : said.onTimeNote(onTime, due),
        words.notAvailable,
      ),
      tile(said.pledges, ratio('pledgeFulfilment'), null, words.notAvailable),
      tile(
        said.leverage,
        ratio('leverageRatio'),
        said.leverageNote(figures.money(inputs.leveraged)),
        words.notAvailable,
      ),
    ]}</dl>`,
  );
}

/** The people aimed at, where every metric of people reached has a target. */
function beneficiariesTarget({ report, figures }: ReportView): string | null {
  const reaching = report.measurement.metrics.filter(({ data }) => data.role === 'beneficiaries');
  const [only, ...others] = reaching;
  // Targets of several metrics may count the same people, so that only a single one is shown.
  return only === undefined || others.length > 0 || only.target === null ? null : figures.number(only.target);
}

function tile(label: string, value: string | null, note: string | null, missing = ''): Html {
  return html`
<div><dt>${text(label)}</dt>
<dd><span class="${text(value === null ? 'figure none' : 'figure num')}">${text(value ?? missing)}</span>${
    note === null ? null : html`<span class="note">${text(note)}</span>`
  }</dd></div>`;
}

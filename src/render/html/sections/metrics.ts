import { toNumber } from '../../../core/measurement/decimal.ts';
import type { MetricFigures } from '../../../core/measurement/metrics.ts';
import { foreign, type Html, html, text } from '../../escape/html.ts';
import { metricFigure, type ReportView } from '../../report-view.ts';
import { attainmentBar } from '../charts/bars.ts';
import { trendLine } from '../charts/trend.ts';
import { figure, nothing, notRecorded, section, table } from '../pieces.ts';

// A metric far beyond its target would make all other bars too short to read.
const longestBar = 1.5;

/** Every metric: where it began, where it should come to, where it is, and how it went. */
export function metrics(view: ReportView): Html {
  const { report, words } = view;
  const all = report.measurement.metrics;
  if (all.length === 0) return section('metrics', words.sections.metrics, nothing(words.noneOf.metrics));
  const { metric, baseline, target, actual, attainment, trend, source } = words.fields;
  const most = Math.min(
    longestBar,
    Math.max(1, ...all.map((one) => (one.attainment === null ? 0 : toNumber(one.attainment)))),
  );
  return section(
    'metrics',
    words.sections.metrics,
    table(
      words.sections.metrics,
      [
        { title: metric },
        { title: baseline, align: 'end' },
        { title: target, align: 'end' },
        { title: actual, align: 'end', className: 'strong' },
        { title: attainment, className: 'wide' },
        { title: trend },
        { title: source },
      ],
      all.map((one) => {
        const shown = (value: MetricFigures['actual']) =>
          figure(value === null ? null : metricFigure(one, value, view), view);
        return [
          name(one, view),
          shown(one.baseline),
          shown(one.target),
          shown(one.actual),
          attained(one, most, view),
          trendCell(one, view),
          sourceCell(one, view),
        ];
      }),
    ),
  );
}

function name({ data }: MetricFigures, { words }: ReportView): Html {
  const kind = text(words.metricKinds[data.kind]);
  return html`${foreign(data.name)}<span class="note">${kind}${
    data.unit === undefined ? null : html` · ${foreign(data.unit)}`
  }</span>`;
}

function attained(one: MetricFigures, most: number, { words, figures }: ReportView): Html {
  const { attainment, attainmentGap } = one;
  if (attainment === null)
    return html`<span class="none">${text(words.gaps[attainmentGap ?? 'no_actual'])}</span>`;
  const share = figures.percent(attainment);
  const value = toNumber(attainment);
  const title = words.charts.attainment(one.data.name, share);
  return html`<span class="with-bar">${attainmentBar(value, most, title)}<span class="num">${text(share)}${
    value >= 1 ? html` <span aria-hidden="true">✓</span>` : null
  }</span></span>`;
}

function trendCell(one: MetricFigures, view: ReportView): Html {
  const { trend, target, data } = one;
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return notRecorded(view);
  const { figures, words } = view;
  const title = words.charts.trend(data.name, trend.length, figures.date(first.on), figures.date(last.on));
  return trendLine(trend, target === null ? null : toNumber(target), title);
}

function sourceCell({ last }: MetricFigures, view: ReportView): Html {
  if (last === null) return notRecorded(view);
  const source = last.source === null ? notRecorded(view) : foreign(last.source);
  return html`${source}<span class="note num">${text(view.figures.date(last.on))}</span>`;
}

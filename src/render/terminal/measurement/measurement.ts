import { grouped } from '../../../core/grouped.ts';
import type { Caveat } from '../../../core/measurement/caveats.ts';
import type { Measurement } from '../../../core/measurement/measurement.ts';
import { formatPath } from '../../../core/problem.ts';
import { caveatText } from '../../caveat-texts.ts';
import { printable, trusted } from '../../printable.ts';
import type { Rendered } from '../../rendered.ts';
import { isolated } from '../bidi.ts';
import { createPage, type LineContent, type Page } from '../page.ts';
import { showBreakdown } from './breakdown.ts';
import { showHealth } from './health.ts';
import { showInputs, showPartners } from './inputs.ts';
import { showMetrics } from './metrics.ts';
import { showRatios } from './ratios.ts';
import { showResources } from './resources.ts';
import { type Breakdown, type MeasurementView, section } from './view.ts';

/** Lays the figures out for a terminal: all of them, or broken down by one thing. */
export function renderMeasurement(
  measurement: Measurement,
  by: Breakdown | undefined,
  view: MeasurementView,
): Promise<Rendered> {
  const page = createPage(view.settings);
  head(page, measurement, view);
  if (by === undefined) showAll(page, measurement, view);
  else showBreakdown(page, measurement, by, view);
  showCaveats(page, measurement.caveats, view);
  nextSteps(page, measurement, view);
  showProblems(page, view);
  return page.render();
}

function head(page: Page, measurement: Measurement, view: MeasurementView): void {
  const { figures, terms, words } = view;
  const { inputs, beneficiaries, ratios } = measurement;
  page.heading(printable(view.name));
  const apart = (text: string) => isolated(trusted(text));
  const facts = [
    words.inputs.headline(apart(figures.money(inputs.total))),
    ...(beneficiaries === null
      ? []
      : [
          words.inputs.reached(
            apart(figures.number(beneficiaries)),
            apart(figures.money(ratios.costPerBeneficiary)),
          ),
        ]),
    terms.status.asOf(figures.date(measurement.asOf)),
  ];
  page.paragraph([
    { text: trusted(facts.join(' · ')) },
    { text: printable(` · ${view.id}`), style: 'muted' },
  ]);
}

function showAll(page: Page, measurement: Measurement, view: MeasurementView): void {
  const { byType, metrics } = measurement;
  if (byType.some(({ contributions }) => contributions.length > 0) || !measurement.inputs.leveraged.eq(0)) {
    showInputs(page, measurement, view);
    showPartners(page, measurement, view);
  }
  if (metrics.length > 0) showMetrics(page, metrics, view.words.metrics.title, view);
  showRatios(page, measurement, view);
  showResources(page, measurement.resourceMap, view);
  showHealth(page, measurement.health, view);
}

// Enough places to look one up; JSON has them all.
const shownPlaces = 3;

function showCaveats(page: Page, caveats: readonly Caveat[], view: MeasurementView): void {
  if (caveats.length === 0) return;
  section(page, view.words.caveats.title);
  page.list(
    caveats.map((caveat): LineContent => {
      return [
        { text: caveatText(caveat, view.words, view.figures), style: 'attention' },
        { text: trusted(` – ${placesOf(caveat, view)}`), style: 'muted' },
      ];
    }),
    trusted('!'),
  );
}

/** The first places of a caveat, file by file: `stages/07-implementing.yaml: contributions[0]`. */
function placesOf({ entries }: Caveat, { words }: MeasurementView): string {
  const byFile = grouped(entries.slice(0, shownPlaces), ({ file }) => file);
  const told = [...byFile].map(
    ([file, places]) => `${file}: ${places.map(({ path }) => formatPath(path)).join(', ')}`,
  );
  const more = entries.length - shownPlaces;
  return [
    ...told.map((place) => isolated(printable(place))),
    ...(more > 0 ? [words.caveats.more(more)] : []),
  ].join(', ');
}

/** What to type where nothing is there to be measured yet. */
function nextSteps(page: Page, measurement: Measurement, view: MeasurementView): void {
  const { empty } = view.words;
  const step = (told: string, command: string) => {
    page.blank();
    page.paragraph([{ text: trusted(told), style: 'strong' }]);
    page.command(printable(command));
  };
  const [partner] = view.partnerNames.keys();
  const [first] = measurement.metrics;
  if (measurement.byType.every(({ contributions }) => contributions.length === 0)) {
    const giver = partner === undefined ? '' : `partner=${partner} `;
    step(
      empty.contributions,
      `partner add contributions ${giver}type=cash amount=1000 on=${measurement.asOf} source="${empty.person}"`,
    );
  }
  if (first === undefined) {
    step(
      empty.metrics,
      `partner add metrics name="${empty.metric}" kind=outcome aggregate=latest baseline=0 target=100`,
    );
  } else if (measurement.metrics.every(({ observations }) => observations.length === 0)) {
    step(empty.observations, `partner record ${first.data.id} 10 --on ${measurement.asOf}`);
  }
}

function showProblems(page: Page, { problems: { errors, warnings }, terms }: MeasurementView): void {
  if (errors === 0) return;
  page.blank();
  page.paragraph([
    { text: trusted(`${terms.status.problems(errors, warnings)}: `), style: 'bad' },
    { text: trusted('partner validate'), style: 'accent', ltr: true },
  ]);
}

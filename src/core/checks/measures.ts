import { nearest } from '../nearest.ts';
import { measuredFigures, type ObservationData } from '../observed.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import { checkObservation } from './figures.ts';
import { type Finding, warningAt } from './finding.ts';
import { knownIds } from './known-ids.ts';

/** Figures that sections of the model's own measure: parts without a whole, metrics that are not there, days counted twice. */
export function checkMeasures(partnership: Partnership): Finding[] {
  return [
    ...measuredFigures(partnership).flatMap((figure) =>
      // An entry that leaves its figure out measures nothing.
      checkObservation(figure).map((finding) => ({
        ...finding,
        path: [...figure.path, figure.fieldOf(String(finding.path.at(-1)) as 'num')],
      })),
    ),
    ...withoutMetric(partnership),
    ...countedTwice(partnership),
  ];
}

/** Told once of a section, at its key: every entry would say the same. */
function withoutMetric(partnership: Partnership): Finding[] {
  const { ids, certain } = knownIds(partnership, 'metrics');
  const told = new Set<string>();
  return measuredFigures(partnership).flatMap((figure) => {
    const { metric } = figure.value;
    const name = `${figure.section} ${metric}`;
    if (!certain || ids.has(metric) || told.has(name)) return [];
    told.add(name);
    const meant = nearest(metric, ids);
    const params = { section: figure.section, metric, ...(meant === undefined ? {} : { nearest: meant }) };
    const whole = { ...figure, path: figure.path.slice(0, 1) };
    return [{ ...warningAt(whole, [], 'measure-without-metric', params), at: 'key' as const }];
  });
}

/** Observations of a metric on a day on which an entry measures it too. */
function countedTwice(partnership: Partnership): Finding[] {
  const measured = new Map(
    measuredFigures(partnership).map(({ value, section }) => [`${value.metric} ${value.on}`, section]),
  );
  if (measured.size === 0) return [];
  return entriesOf<ObservationData>(partnership, 'observations').flatMap((entry) => {
    const { metric, on } = entry.value;
    const section = measured.get(`${metric} ${on}`);
    return section === undefined ? [] : [warningAt(entry, ['on'], 'counted-twice', { metric, section })];
  });
}

import type { MilestoneStanding } from '../../core/measurement/milestones.ts';
import type { Timeline } from '../../core/measurement/timeline.ts';
import { type Printable, printable, trusted } from '../printable.ts';
import { isolated } from './bidi.ts';
import { type ChartColumn, chartLine, columnOf, sideBySide } from './chart-lines.ts';
import { type Layout, textWidth } from './layout.ts';
import { barOf, chartSigns, todayLine } from './milestone-bar.ts';
import {
  dueAndOwner,
  type MilestoneView,
  milestoneSigns,
  milestoneStyles,
  standingText,
} from './milestone-texts.ts';
import type { Segment } from './styled-line.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

// Below this many columns a chart beside its titles leaves too little to both.
const narrowestColumns = 59;
const widestChart = 60;
const signWidth = 1;
// Where nothing limits the width, as in a pipe.
const chartWithoutLimit = 48;

/** Every character that the chart will show, to know what laying it out needs. */
export function chartSample({ asOf, milestones }: Timeline, view: MilestoneView): string {
  return [
    ...Object.values(chartSigns),
    ...view.words.months,
    ...milestones.flatMap((one) => [
      ...[one.title, standingText(one, asOf, view), ...dueAndOwner(one, view)],
      milestoneSigns[one.state],
    ]),
  ].join('');
}

/**
 * The chart in lines: an axis of months, and for each milestone its bar between its title and how it
 * stands. Where that is too narrow, title and standing come first and the bar has a line of its own.
 */
export function renderChart(timeline: Timeline, view: MilestoneView, layout: Layout): string[] {
  const width = textWidth(layout);
  if (width !== undefined && width < narrowestColumns) return renderStacked(timeline, view, layout, width);
  const { milestones, asOf } = timeline;
  const labels = milestones.map((milestone) => labelOf(milestone, view));
  const standings = milestones.map((milestone) => standingOf(milestone, asOf, view));
  const widthOf = (texts: readonly Texts[]) =>
    Math.max(0, ...texts.flat().map(({ text }) => layout.metrics.width(text)));
  const standingWidth = Math.min(widthOf(standings), width === undefined ? Number.POSITIVE_INFINITY : 17);
  const labelWidth = Math.min(
    widthOf(labels),
    width === undefined ? Number.POSITIVE_INFINITY : Math.floor(width * 0.35),
  );
  const chartWidth =
    width === undefined
      ? chartWithoutLimit
      : Math.min(widestChart, width - signWidth - labelWidth - standingWidth - 3);
  const axis = axisOf(timeline, view, layout, chartWidth);
  const inColumns = (sign: Segment[][], label: Segment[][], chart: Segment[][], standing: Segment[][]) => {
    const columns: ChartColumn[] = [
      { width: signWidth, lines: sign },
      { width: labelWidth, lines: label },
      { width: chartWidth, lines: chart },
      { width: standingWidth, lines: standing },
    ];
    return sideBySide(columns, layout);
  };
  return [
    ...(axis === undefined ? [] : inColumns([], [], axisLines(axis, asOf, view), [])),
    ...milestones.flatMap((milestone, index) => {
      const label = columnOf(labelOf(milestone, view, labelWidth, layout), labelWidth, layout);
      const standing = columnOf(standings[index] ?? [], standingWidth, layout);
      const height = Math.max(label.length, standing.length);
      return inColumns([signOf(milestone)], label, barLines(milestone, axis, asOf, height), standing);
    }),
  ];
}

type Texts = readonly Pick<Segment, 'text' | 'style'>[];

/** Title, due date and owner; the last two on one line where it holds both. */
function labelOf(milestone: MilestoneStanding, view: MilestoneView, width?: number, layout?: Layout): Texts {
  const details = dueAndOwner(milestone, view).map(printable);
  const fits = width === undefined || layout === undefined || layout.metrics.width(joined(details)) <= width;
  const title = printable(milestone.title);
  return [
    milestone.state === 'overdue' ? { text: title, style: 'strong' } : { text: title },
    ...(fits ? [joined(details)] : details).flatMap((text) =>
      text === '' ? [] : [{ text, style: 'muted' as const }],
    ),
  ];
}

function signOf({ state }: MilestoneStanding): Segment[] {
  return [{ text: trusted(milestoneSigns[state]), style: milestoneStyles[state] }];
}

function standingOf(milestone: MilestoneStanding, asOf: string, view: MilestoneView): Texts {
  return [{ text: trusted(standingText(milestone, asOf, view)), style: milestoneStyles[milestone.state] }];
}

function joined(details: readonly Printable[]): Printable {
  return trusted(details.map(isolated).join(' · '));
}

function barLines(
  milestone: MilestoneStanding,
  axis: TimeAxis | undefined,
  asOf: string,
  height: number,
): Segment[][] {
  if (axis === undefined) return [];
  const rest = Array.from({ length: Math.max(0, height - 1) }, () => todayLine(axis, asOf));
  return [barOf(milestone, axis, asOf), ...rest];
}

/** The axis over all dates and today; none where no milestone has a date. */
function axisOf(
  { milestones, asOf }: Timeline,
  { words }: MilestoneView,
  layout: Layout,
  width: number,
): TimeAxis | undefined {
  const dates = milestones.flatMap(({ due, doneOn }) => [due, doneOn].filter((date) => date !== null));
  if (dates.length === 0) return undefined;
  const label = Math.max(4, ...words.months.map((month) => layout.metrics.width(month)));
  return timeAxis([...dates, asOf], width, label);
}

/** The years, the months, and a rule with a notch for each and an arrow at today. */
function axisLines(axis: TimeAxis, asOf: string, { words }: MilestoneView): Segment[][] {
  const years = axis.ticks.filter(({ year }, index) => axis.isByYear || year !== axis.ticks[index - 1]?.year);
  const rule = Array.from({ length: axis.width }, () => '─');
  for (const { column } of axis.ticks) rule[column] = '┴';
  rule[axis.columnOf(asOf)] = '▼';
  return [
    labels(years.map(({ column, year }) => ({ column, text: String(year).padStart(4, '0') }))),
    ...(axis.isByYear
      ? []
      : [labels(axis.ticks.map(({ column, month }) => ({ column, text: words.months[month] ?? '' })))]),
    [{ text: trusted(rule.join('')), style: 'muted' }],
  ];
}

/** Texts of one column a character, each at its place. */
function labels(texts: readonly { readonly column: number; readonly text: string }[]): Segment[] {
  let used = 0;
  return texts.flatMap(({ column, text }) => {
    const gap = ' '.repeat(Math.max(0, column - used));
    used = column + text.length;
    return [{ text: trusted(gap) }, { text: isolated(trusted(text)), style: 'muted' as const }];
  });
}

function renderStacked(timeline: Timeline, view: MilestoneView, layout: Layout, width: number): string[] {
  const { milestones, asOf } = timeline;
  const axis = axisOf(timeline, view, layout, width);
  const blocks = milestones.map((milestone) => {
    const label = labelOf(milestone, view, width - signWidth - 1, layout);
    const texts = [...label, ...standingOf(milestone, asOf, view)];
    const bar = axis === undefined ? [] : [barOf(milestone, axis, asOf)];
    const columns: ChartColumn[] = [
      { width: signWidth, lines: [signOf(milestone)] },
      { width: width - signWidth - 1, lines: columnOf(texts, width - signWidth - 1, layout) },
    ];
    return [...sideBySide(columns, layout), ...bar.map((line) => chartLine(line, layout))];
  });
  return [
    ...(axis === undefined ? [] : axisLines(axis, asOf, view).map((line) => chartLine(line, layout))),
    ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])),
  ];
}

import { html } from '../../escape/html.ts';

/** The charts: mirrored on a page that reads from right to left, and told apart by shape and shade too. */
export const chartStyles = html`
.chart { display: block; width: 100%; overflow: visible; }
:dir(rtl) > .chart { transform: scaleX(-1); }
.chart .track { fill: var(--track); }
.chart.bar { height: .9rem; } .chart.bar .fill { fill: var(--accent); }
.chart.bar.reached .fill { fill: var(--good); }
.chart .target { stroke: var(--ink); stroke-width: 2px; }
.chart.trend { width: 7.5rem; height: 2rem; } .chart.trend .target { stroke: var(--soft); stroke-width: 1px; stroke-dasharray: 3 3; }
.chart.trend .line { fill: none; stroke: var(--accent); stroke-width: 2px; stroke-linejoin: round; stroke-linecap: round; } .chart.trend .end { fill: var(--accent); }
.chart.stack { height: 1.1rem; overflow: hidden; }
.by-type .chart.stack { height: 2.4rem; }
.part-of { stroke: var(--ground); stroke-width: 1.5px; }
.part-of.cash { fill: var(--cash); } .part-of.time { fill: url(#hatch-time); } .part-of.in_kind { fill: url(#hatch-goods); } .part-of.management { fill: url(#hatch-management); }
#hatch-time .ground { fill: var(--time); } #hatch-goods .ground { fill: var(--goods); } #hatch-management .ground { fill: var(--management); }
.patterns .mark { fill: var(--hatch); }
.with-bar { display: grid; grid-template-columns: minmax(5rem, 1fr) 4.2rem; gap: .7rem; align-items: center; } .chart-only .with-bar { grid-template-columns: minmax(0, 1fr); padding-block-start: .15rem; }
.caveats { margin-block-start: .8rem; display: grid; gap: .3rem; color: var(--attention); font-size: .9375rem; max-width: 52rem; }
.caveats li::before { content: "! "; font-weight: 700; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.8rem; margin-block: .9rem 1.8rem; font-size: .9375rem; }
.legend .swatch { width: 1rem; height: 1rem; display: inline-block; vertical-align: -.15em; margin-inline-end: .2rem; }
.keys { margin-block: 0 1rem; color: var(--soft); font-size: .875rem; }
.chart.timeline { height: 1.3rem; }
.chart .grid { stroke: var(--rule); stroke-width: 1.5px; } .chart .today { stroke: var(--accent); stroke-width: 2px; }
.timeline .span { stroke: var(--attention); stroke-width: 3px; } .timeline.overdue .span { stroke: var(--bad); stroke-dasharray: 4 3; } .timeline.done_on_time .span { stroke: var(--good); }
.chart .mark { overflow: visible; } .chart .due { fill: var(--ground); stroke: var(--ink); stroke-width: 1.75px; } .timeline.overdue .due { stroke: var(--bad); }
.chart .done { fill: var(--good); }`;

import { html } from '../../escape/html.ts';

/**
 * The parts of the report: masthead, strip, tiles, tables, cards, minutes. The strip is one row where the longest word of
 * its titles has room in each column, else two rows, else as many columns as have it; what counts as the longest is
 * bounded, so that a word of a hundred letters is broken.
 */
export const partStyles = html`
.masthead { padding-block-start: clamp(1.5rem, 5vw, 3.5rem); display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; }
.above { padding-block-start: 1rem; font-size: .9rem; }
.stale { margin-block-start: 1rem; padding: .7rem 1rem; border: 2px solid var(--bad); color: var(--bad); font-weight: 600; }
.kind { color: var(--accent); font-weight: 650; font-size: .9rem; padding-block-start: .8rem; position: relative; }
.kind::before { content: ""; position: absolute; top: 0; inset-inline-start: 0; width: 3.5rem; height: 4px; background: var(--accent); }
.members { font-size: 1.1rem; color: var(--soft); max-width: 60rem; }
.standing { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: center; margin-block-start: .4rem; }
.dated { color: var(--soft); font-size: .9rem; }
.badge { display: inline-flex; gap: .4em; align-items: baseline; font-weight: 600; font-size: .9rem; }
.badge.good { color: var(--good); } .badge.accent { color: var(--accent); } .badge.muted { color: var(--soft); font-weight: 500; }
.badge.attention { color: var(--attention); } .badge.bad { color: var(--bad); }
.standing .badge { border: 1.5px solid currentColor; border-radius: 99px; padding: .05rem .8rem; }

.strip { --room: calc(clamp(5.2rem, var(--word) * .92ch, 6.6rem) + .6rem); --row: calc(100% / var(--stages) - .1px); --rows: max(var(--room), calc(100% / var(--half) - .1px));
  display: grid; row-gap: 1.4rem; grid-template-columns: repeat(auto-fit, minmax(clamp(var(--row), calc((var(--room) * var(--stages) - 100%) * 9999), var(--rows)), 1fr)); }
.strip li { position: relative; padding-inline-end: .6rem; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: .15rem; font-size: .84rem; line-height: 1.3; }
.strip li::before { content: ""; position: absolute; top: 1rem; inset-inline: 2rem 0; border-block-start: 2px solid var(--rule); }
.strip li.good::before { border-color: var(--good); }
.strip li:last-child::before { display: none; }
.strip .node { position: relative; width: 2rem; height: 2rem; border-radius: 50%; display: grid; place-items: center; font-weight: 700; margin-block-end: .45rem;
  border: 2px solid var(--rule); background: var(--ground); color: var(--soft); }
.strip .good .node { background: var(--good); border-color: var(--good); color: var(--ground); }
.strip .accent .node { border: 3px solid var(--accent); color: var(--accent); box-shadow: 0 0 0 4px var(--accent-soft); }
.strip .attention .node { border-color: var(--attention); color: var(--attention); border-style: dashed; }
.strip .bad .node { border-color: var(--bad); color: var(--bad); border-width: 3px; }
.strip .title { font-size: .8rem; font-weight: 600; hyphens: auto; overflow-wrap: break-word; }
.strip .accent .title { font-weight: 700; color: var(--accent); }
.strip .muted .title { color: var(--soft); }
.strip .notes { color: var(--soft); font-size: .8125rem; }
@media screen and (max-width: 40rem) {
  .strip { grid-template-columns: 1fr; row-gap: 0; } .strip .title { font-size: 1rem; }
  .strip li { grid-template-columns: 2rem 1fr; column-gap: .9rem; padding-block-end: 1rem; }
  .strip li > * { grid-column: 2; } .strip li .node { grid-column: 1; grid-row: 1 / span 3; }
  .strip li::before { top: 2rem; bottom: 0; inset-inline: calc(1rem - 1px) auto; border-block-start: 0; border-inline-start: 2px solid var(--rule); }
}

.tiles { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.8rem 2rem; }
@media screen and (max-width: 52rem) { .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.4rem 1rem; } }
@media screen and (max-width: 24rem) { .tiles { grid-template-columns: minmax(0, 1fr); } }
.tiles > div { border-inline-start: 3px solid var(--accent); padding-inline-start: 1rem; }
.tiles dt { color: var(--soft); font-size: .9rem; }
.tiles dd { margin: 0; }
.tiles .figure { display: block; font-size: clamp(1.5rem, 3vw, 2.1rem); font-weight: 650; line-height: 1.2; letter-spacing: -.01em; }
.tiles .figure.none { font-size: 1.25rem; font-weight: 500; line-height: 2.4rem; }

.gate { grid-template-columns: minmax(0, 1fr); background: var(--raised); border-inline-start: 5px solid var(--attention); padding: 1.3rem 1.5rem; display: grid; gap: .7rem; }
.gate.open { border-color: var(--good); }
.gate .verdict { font-size: 1.2rem; } .gate .lamp { color: var(--attention); font-weight: 700; } .gate.open .lamp { color: var(--good); }
.gate ul, .conditions ul, .facts dd ul:not(.plain) { padding-inline-start: 1.2rem; list-style: disc; display: grid; gap: .3rem; }
.conditions { margin-block-start: 1.4rem; } .conditions h3 { margin-block-end: .4rem; }

.facts { display: grid; gap: .9rem; }
.facts > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: .2rem 1.5rem; }
.facts dt { color: var(--soft); font-size: .9rem; } .facts dd { margin: 0; max-width: 46rem; }
@media screen and (max-width: 40rem) { .facts > div { grid-template-columns: minmax(0, 1fr); } }

table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: .6rem .9rem .6rem 0; font-weight: 400; }
:dir(rtl) th, :dir(rtl) td { padding: .6rem 0 .6rem .9rem; }
thead th { color: var(--soft); font-size: .8125rem; border-block-end: 1.5px solid var(--ink); padding-block: 0 .4rem; vertical-align: bottom; }
tbody tr { border-block-end: 1px solid var(--rule); }
tbody th { font-weight: 550; min-width: 9rem; }
th.end, td.end { text-align: end; } td.strong { font-weight: 650; } td.end { white-space: nowrap; }
th.wide { min-width: 9rem; width: 18%; } th.time { width: 30%; min-width: 12rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 2rem; margin-block-start: 1rem; }
@media screen and (max-width: 60rem) {
  table, tbody, tr, tbody th, td { display: block; } thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding-block: .9rem; }
  tbody th, tbody td, :dir(rtl) tbody th, :dir(rtl) tbody td { padding: .15rem 0; }
  tbody th { font-size: 1.02rem; padding-block-end: .4rem; }
  tbody td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .6rem; text-align: start; white-space: normal; }
  tbody td > * { grid-column: 2; min-width: 0; } tbody td > .note { margin-block-start: -.6rem; }
  tbody td::before { content: attr(data-label); color: var(--soft); font-size: .875rem; grid-column: 1; grid-row: 1; }
  td.end { text-align: start; } tbody td:empty { display: none; }
}

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1.2rem; }
.cards li { grid-template-columns: minmax(0, 1fr); border: 1px solid var(--rule); border-radius: .5rem; padding: 1.1rem 1.2rem; display: grid; gap: .3rem; align-content: start; }
.plain, .reviews, .facts { grid-template-columns: minmax(0, 1fr); }
.plain { display: grid; gap: .2rem; }
.reviews { display: grid; gap: 1.6rem; }
.reviews li { break-inside: avoid; }
.reviews > li { grid-template-columns: minmax(0, 1fr); display: grid; gap: .5rem; padding-inline-start: 1.2rem; border-inline-start: 2px solid var(--rule); }
.reviews h3 time { font-weight: 500; color: var(--soft); }
.decided { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
.reviews .facts { gap: .35rem; font-size: .9375rem; }
details { border-block-start: 1px solid var(--rule); padding-block: .9rem; }
details[open] { padding-block-end: 1.8rem; }
summary > *, .decided > *, .standing > * { min-width: 0; }
summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; align-items: baseline; }
summary::before { content: "▸"; color: var(--soft); } [open] > summary::before { content: "▾"; } :dir(rtl) :not([open]) > summary::before { content: "◂"; }
summary h3 { display: inline; font-size: 1.05rem; }
details > p { margin-block: .2rem .8rem; }
details th[scope=col]:first-child, details tbody th { width: 44%; } details tbody th { font-weight: 400; }
.path { overflow-wrap: anywhere; }
@media print {
  .above { display: none; }
  details > p { break-after: avoid; } summary::before { display: none; }
  table { font-size: .9rem; }
  th, td { padding: .45rem .6rem .45rem 0; } :dir(rtl) th, :dir(rtl) td { padding: .45rem 0 .45rem .6rem; }
  tbody th { min-width: 7rem; } th.wide { min-width: 6rem; } th.time { min-width: 9rem; width: 24%; }
  td .chart.trend { width: 4.5rem; }
  .with-bar { grid-template-columns: minmax(3rem, 1fr) auto; gap: .5rem; }
  .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .8rem; } .cards li { grid-template-columns: minmax(0, 1fr); padding: .7rem .8rem; }
}`;

import { foreign, type Html, html, pageLink, text } from '../escape/html.ts';
import type { ReportView } from '../report-view.ts';
import { documentOf, filePolicy, servedPolicy } from './document.ts';
import { facts, section } from './pieces.ts';
import { brief } from './sections/brief.ts';
import { checklists } from './sections/checklists.ts';
import { gate } from './sections/gate.ts';
import { history } from './sections/history.ts';
import { inputs } from './sections/inputs.ts';
import { asOf, masthead, purposeFacts } from './sections/masthead.ts';
import { metrics } from './sections/metrics.ts';
import { milestones } from './sections/milestones.ts';
import { ownSections } from './sections/own-sections.ts';
import { health, partners } from './sections/partners.ts';
import { problems } from './sections/problems.ts';
import { resources } from './sections/resources.ts';
import { reviews } from './sections/reviews.ts';
import { issues, risks } from './sections/risks.ts';
import { stageStrip } from './sections/stage-strip.ts';
import { patterns } from './styles/patterns.ts';

/** What a page that is served needs to follow the files: the nonce that its one script carries. */
export interface Following {
  readonly nonce: string;
  readonly version: number;
  /** The files cannot be read at the moment, and this is how they stood before. */
  readonly isStale: boolean;
}

/** A page above this one: its file in the same folder, and what it is called. */
export interface PageAbove {
  readonly file: string;
  readonly title: string;
}

/**
 * The whole report as one HTML file that needs nothing beside it; with `following`, as a page to serve,
 * and with `above`, with a link to the page that it belongs to.
 */
export function renderReportPage(view: ReportView, following?: Following, above?: PageAbove): string {
  const { report, words } = view;
  const body = html`
<a class="skip" href="#main">${text(words.skip)}</a>
${patterns}
${following?.isStale === true ? html`<p class="stale" role="status">${text(words.stalePage)}</p>` : null}
${
  above === undefined
    ? null
    : html`<nav class="above">${pageLink(above.file, text(above.title))}</nav>
`
}${masthead(view)}
<main id="main">
${stageStrip(view)}
${brief(view)}
${gate(view)}
${section('purpose', words.sections.purpose, facts(purposeFacts(view)))}
${metrics(view)}
${inputs(view)}
${milestones(view)}
${resources(view)}
${partners(view)}
${health(view)}
${risks(view)}
${issues(view)}${ownSections(view)}
${reviews(view)}
${checklists(view)}
${history(view)}
${problems(view)}
</main>
<footer><p>${foreign(report.name)} · ${asOf(view)} · ${text(words.madeBy)}</p></footer>
${following === undefined ? null : script(following)}`;
  const frame = {
    language: view.language,
    textLanguage: view.textLanguage,
    direction: view.direction,
    title: `${report.name} – ${words.kind}`,
    margins: {
      name: report.name,
      dated: words.asOf(view.figures.date(report.asOf)),
      page: words.page,
    },
    policy: following === undefined ? filePolicy : servedPolicy(following.nonce),
  };
  return documentOf(frame, body);
}

// The server says something whenever the page has changed, and the page then asks for itself again.
function script({ nonce, version }: Following): Html {
  return html`<script nonce="${text(nonce)}">new EventSource('events?from=${version}').addEventListener('change', () => location.reload());</script>`;
}

import { foreign, type Html, html, text } from '../escape/html.ts';
import type { ReportView } from '../report-view.ts';
import { facts, section } from './pieces.ts';
import { brief } from './sections/brief.ts';
import { checklists } from './sections/checklists.ts';
import { gate } from './sections/gate.ts';
import { inputs } from './sections/inputs.ts';
import { asOf, masthead, purposeFacts } from './sections/masthead.ts';
import { metrics } from './sections/metrics.ts';
import { milestones } from './sections/milestones.ts';
import { health, partners } from './sections/partners.ts';
import { problems } from './sections/problems.ts';
import { resources } from './sections/resources.ts';
import { reviews } from './sections/reviews.ts';
import { issues, risks } from './sections/risks.ts';
import { stageStrip } from './sections/stage-strip.ts';
import { pageStyles } from './styles/page.ts';
import { patterns } from './styles/patterns.ts';

/** What a page that is served needs to follow the files: the nonce that its one script carries. */
export interface Following {
  readonly nonce: string;
  readonly version: number;
  /** The files cannot be read at the moment, and this is how they stood before. */
  readonly isStale: boolean;
}

// The file asks nobody for anything: no script, no picture, no font. A served page may run the one script
// that carries its nonce, and listen to the server that it came from.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The policy of a served page, which the server sends as a header as well. */
export function servedPolicy(nonce: string): string {
  return `${filePolicy}; script-src 'nonce-${nonce}'; connect-src 'self'`;
}

/** The whole report as one HTML file that needs nothing beside it; with `following`, as a page to serve. */
export function renderReportPage(view: ReportView, following?: Following): string {
  const { report, words } = view;
  const body = html`
<a class="skip" href="#main">${text(words.skip)}</a>
${patterns}
${following?.isStale === true ? html`<p class="stale" role="status">${text(words.stalePage)}</p>` : null}
${masthead(view)}
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
${issues(view)}
${reviews(view)}
${checklists(view)}
${problems(view)}
</main>
<footer><p>${foreign(report.name)} · ${asOf(view)} · ${text(words.madeBy)}</p></footer>
${following === undefined ? null : script(following)}`;
  return documentOf(view, `${report.name} – ${words.kind}`, body, following);
}

/** A page in the house's dress: head, policy and styles around a body. */
function documentOf(view: ReportView, title: string, body: Html, following: Following | undefined): string {
  const { terms, language } = view;
  const policy = following === undefined ? filePolicy : servedPolicy(following.nonce);
  return html`<!doctype html>
<html lang="${text(language)}" dir="${text(terms.direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="partner">
<title>${text(title)}</title>
<style>${pageStyles(view)}</style>
</head>
<body>${body}
</body>
</html>
`;
}

// The server says something whenever the page has changed, and the page then asks for itself again.
function script({ nonce, version }: Following): Html {
  return html`<script nonce="${text(nonce)}">new EventSource('events?from=${version}').addEventListener('change', () => location.reload());</script>`;
}

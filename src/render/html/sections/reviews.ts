import type { ReportCondition, ReportReview } from '../../../core/report/reviews.ts';
import type { Decision } from '../../../core/schema/reviews.ts';
import { foreign, type Html, html, join, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { badge, day, facts, nothing, section, type Tone } from '../pieces.ts';

const looks: Readonly<Record<Decision, readonly [Tone, string]>> = {
  advance: ['good', '✓'],
  hold: ['attention', '❙❙'],
  return: ['attention', '↺'],
  close: ['muted', '■'],
  reconfirm: ['good', '✓'],
};

/** The minutes book, newest first: who decided what, when and why. */
export function reviews(view: ReportView): Html {
  const { report, words } = view;
  if (report.reviews.length === 0)
    return section('reviews', words.sections.reviews, nothing(words.noneOf.reviews));
  return section(
    'reviews',
    words.sections.reviews,
    html`<ol class="reviews">${report.reviews.map((review) => entry(review, view))}
</ol>`,
  );
}

function entry(review: ReportReview, view: ReportView): Html {
  const { words, terms } = view;
  const said = words.reviews;
  const optional = (value: string | null) => (value === null ? null : foreign(value));
  return html`
<li><h3>${day(review.date, view)} · ${
    review.stage === null
      ? null
      : html`<span class="stage">${foreign(`${review.stage.number}. ${review.stage.title}`)}</span>`
  }</h3>
<p class="decided">${badge(...looks[review.decision], terms.words[review.decision] ?? review.decision)}
<span>${text(terms.status.round(review.round))}</span>${review.to === null ? null : html` <span>${foreign(said.backTo(review.to))}</span>`}</p>
${facts([
  [
    said.by,
    review.reviewers.length === 0
      ? null
      : join(
          review.reviewers.map((one) => reviewer(one, view)),
          html`, `,
        ),
  ],
  [said.reason, optional(review.reason)],
  [said.notes, optional(review.notes)],
  [said.waivers, review.waivers.length === 0 ? null : waivers(review)],
  [said.conditions, review.conditions.length === 0 ? null : conditions(review.conditions, view)],
  [said.nextReview, review.nextReview === null ? null : day(review.nextReview, view)],
])}</li>`;
}

function reviewer(one: ReportReview['reviewers'][number], { words }: ReportView): Html {
  return foreign(one.for === null ? one.name : words.reviews.forPartner(one.name, one.for));
}

function waivers(review: ReportReview): Html {
  return html`<ul class="plain">${review.waivers.map(
    ({ item, reason, by }) =>
      html`<li>${foreign(item)} – ${foreign(reason)}${by === null ? null : html` (${foreign(by)})`}</li>`,
  )}</ul>`;
}

function conditions(all: readonly ReportCondition[], view: ReportView): Html {
  const { words } = view;
  return html`<ul class="plain">${all.map(({ text: condition, owner, due, met }) => {
    const parts = [
      foreign(condition),
      ...(owner === null ? [] : [foreign(owner)]),
      ...(due === null ? [] : [day(due, view)]),
      met ? badge('good', '✓', words.met) : badge('attention', '○', words.notMet),
    ];
    return html`<li>${join(parts, html` · `)}</li>`;
  })}</ul>`;
}

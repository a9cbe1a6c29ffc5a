import type { Pledge } from '../../../core/measurement/pledges.ts';
import type { NeedCover, NeedState } from '../../../core/measurement/resource-map.ts';
import { foreign, type Html, html, text } from '../../escape/html.ts';
import { partnerName, type ReportView } from '../../report-view.ts';
import { badge, day, figure, nothing, section, type Tone, table } from '../pieces.ts';

const looks: Readonly<Record<NeedState, readonly [Tone, string]>> = {
  covered: ['good', '✓'],
  promised: ['accent', '◐'],
  idea: ['attention', '◔'],
  partly: ['attention', '◑'],
  uncovered: ['bad', '!'],
};

/** What is needed against what is pledged. */
export function resources(view: ReportView): Html {
  const { report, words, figures } = view;
  const { needs, unassigned } = report.measurement.resourceMap;
  const { need, value, cover, pledges } = words.fields;
  if (needs.length === 0 && unassigned.length === 0) {
    return section('resources', words.sections.resources, nothing(words.noneOf.needs));
  }
  return section(
    'resources',
    words.sections.resources,
    html`${table(
      words.sections.resources,
      [{ title: need }, { title: value, align: 'end' }, { title: cover }, { title: pledges }],
      needs.map((one) => [
        needCell(one, view),
        figure(one.value === null ? null : figures.money(one.value), view),
        badge(...looks[one.state], words.needStates[one.state]),
        pledgeList(one.pledges, view),
      ]),
    )}
${unassigned.length === 0 ? null : html`<h3>${text(words.noNeed)}</h3>${pledgeList(unassigned, view)}`}`,
  );
}

function needCell({ data }: NeedCover, view: ReportView): Html {
  const { words } = view;
  return html`${foreign(data.item)}<span class="note">${text(
    [data.type === undefined ? '' : words.types[data.type], data.critical === true ? words.critical : '']
      .filter(Boolean)
      .join(' · '),
  )}${data.by === undefined ? null : html` · ${day(data.by, view)}`}</span>`;
}

function pledgeList(pledges: readonly Pledge[], view: ReportView): Html {
  if (pledges.length === 0) return html`–`;
  const { words, figures } = view;
  return html`<ul class="plain">${pledges.map(({ data, amount, standing }) => {
    const worth =
      amount !== null
        ? figures.money(amount)
        : data.hours === undefined
          ? words.types[data.type]
          : words.figures.hours(String(data.hours));
    return html`<li>${foreign(partnerName(view, data.partner))} · <span class="num">${text(worth)}</span> · ${text(words.standings[standing])}</li>`;
  })}</ul>`;
}

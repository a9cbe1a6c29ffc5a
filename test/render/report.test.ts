import { beforeAll, describe, expect, it } from 'vitest';
import { reportForms } from '../../src/render/forms.ts';
import { measurementJson } from '../../src/render/measurement-json.ts';
import { renderReport } from '../../src/render/report-formats.ts';
import { reportJson } from '../../src/render/report-json.ts';
import type { ReportView } from '../../src/render/report-view.ts';
import { expectGolden } from '../golden.ts';
import { exampleFolder, exampleNames, hostile, viewOfFolder } from '../reports.ts';

const cases = exampleNames.flatMap((name) =>
  (['en', 'he'] as const).map((language) => [name, language] as const),
);

describe.each(cases)('the report of %s in %s', (name, language) => {
  let view: ReportView;

  beforeAll(async () => {
    view = await viewOfFolder(exampleFolder(name), language);
  });

  it.each(reportForms)('reads as it did: %s', async (format) => {
    expectGolden(
      `report/${name}.${language}.${format}`,
      await renderReport(view, format, view.report.problems),
    );
  });

  it('has the figures of `metrics --json` digit for digit', () => {
    const {
      format: _format,
      as_of: _day,
      ...figures
    } = measurementJson(view.report.measurement, view.measures, view.figures);
    expect(JSON.stringify(reportJson(view, []).measurement)).toBe(JSON.stringify(figures));
  });

  it('prints the same figures in the page and in Markdown', async () => {
    const page = (await renderReport(view, 'html', [])).replaceAll('&#39;', "'");
    const markdown = await renderReport(view, 'md', []);
    const { inputs, byPartner } = view.report.measurement;
    for (const amount of [inputs.total, ...byPartner.map((part) => part.inputs.total)]) {
      expect(page).toContain(view.figures.money(amount));
      expect(markdown).toContain(view.figures.money(amount).replace(/[\u200e\u200f]/g, ''));
    }
  });
});

describe('a report whose every text is hostile', () => {
  let view: ReportView;

  beforeAll(async () => {
    const own = await viewOfFolder(exampleFolder('harbour-skills'), 'en');
    view = { ...own, report: hostile(own.report) };
  });

  it('stays one row a row in Markdown, and no mark of it means anything', async () => {
    const markdown = await renderReport(view, 'md', []);
    for (const line of markdown.split('\n').filter((row) => row.startsWith('|'))) {
      const borders = line.replace(/\\\|/g, '').split('|').length - 1;
      expect([3, 4, 5, 6, 7, 8]).toContain(borders);
    }
    expect(markdown).not.toMatch(/(^|[^\\])[<`[](?!https:)/m);
    expect(markdown).not.toMatch(/^# heading/m);
    expect(markdown).not.toContain('\u202e');
    expect(markdown).not.toContain('\u0007');
  });

  it('is still JSON', async () => {
    const json = JSON.parse(await renderReport(view, 'json', []));
    expect(json.risks[0].text).toContain('<script>');
  });
});

describe('an empty partnership', () => {
  it.each(['en', 'he'] as const)('says what is not recorded, in every form: %s', async (language) => {
    const own = await viewOfFolder(exampleFolder('harbour-skills'), language);
    const { report } = own;
    const bare: ReportView = {
      ...own,
      report: {
        ...report,
        ...{ challenge: null, vision: null, started: null, commit: null },
        ...{ goals: [], partners: [], risks: [], issues: [], reviews: [] },
        measurement: {
          ...report.measurement,
          ...{ metrics: [], byPartner: [], milestones: [], beneficiaries: null },
          resourceMap: { ...report.measurement.resourceMap, needs: [], unassigned: [] },
        },
      },
    };
    for (const format of ['html', 'md'] as const) {
      const text = await renderReport(bare, format, []);
      expect(text).toContain(own.words.notRecorded);
      for (const missing of ['risks', 'reviews', 'metrics', 'milestones', 'needs'] as const) {
        expect(text).toContain(own.words.noneOf[missing]);
      }
    }
  });
});

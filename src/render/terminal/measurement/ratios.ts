import type { Measurement } from '../../../core/measurement/measurement.ts';
import type { Ratios } from '../../../core/measurement/ratios.ts';
import { trusted } from '../../printable.ts';
import { ratioFigure, ratioForms } from '../../ratio-forms.ts';
import type { Page } from '../page.ts';
import { cell, type MeasurementView, section } from './view.ts';

/** The ratios, each in its own form; what has no denominator says so. */
export function showRatios(page: Page, { ratios }: Measurement, view: MeasurementView): void {
  const { words, figures } = view;
  section(page, words.ratios.title);
  page.table({
    columns: [
      { header: trusted(words.ratios.columns.ratio), flexible: true },
      { header: trusted(words.ratios.columns.value), align: 'number' },
      { header: trusted(words.ratios.columns.formula), droppable: 1, flexible: true },
    ],
    rows: (Object.keys(ratioForms) as (keyof Ratios)[]).map((name) => {
      const value = ratioFigure(name, ratios, figures);
      return [
        cell(words.ratios.names[name]),
        cell(value ?? figures.missing, value === null ? 'muted' : 'strong'),
        cell(words.ratios.formulas[name], 'muted'),
      ];
    }),
  });
}

import type { PeriodLength } from '../../../core/measurement/inputs.ts';
import type { Language } from '../../../core/schema/partnership.ts';
import type { Figures } from '../../figures.ts';
import type { MeasurementWords } from '../../messages/measurement.ts';
import type { Terms } from '../../messages/terms.ts';
import { type Printable, printable, trusted } from '../../printable.ts';
import type { TerminalSettings } from '../layout.ts';
import type { Page } from '../page.ts';
import type { Cell } from '../table-content.ts';
import type { StyleName } from '../theme.ts';

/** What the figures can be broken down by. */
export type Breakdown = 'partner' | 'kind' | PeriodLength;

/** Who reads the figures, and in which words and formats. */
export interface MeasurementView {
  readonly name: string;
  readonly id: string;
  readonly language: Language;
  readonly words: MeasurementWords;
  readonly terms: Terms;
  readonly figures: Figures;
  readonly settings: TerminalSettings;
  /** The partners' names by their ids. */
  readonly partnerNames: ReadonlyMap<string, string>;
  /** How many problems of each severity the files have. */
  readonly problems: { readonly errors: number; readonly warnings: number };
}

/** A title with a blank line before it. */
export function section(page: Page, title: string): void {
  page.blank();
  page.heading(printable(title));
}

/** A cell of words or formatted figures of this program. */
export function cell(text: string, style?: StyleName): Cell {
  return style === undefined ? { text: trusted(text) } : { text: trusted(text), style };
}

/** A cell of text out of people's files. */
export function foreign(text: string, style?: StyleName): Cell {
  return style === undefined ? { text: printable(text) } : { text: printable(text), style };
}

/** A partner's name, or the id where no partner has it. */
export function partnerName({ partnerNames }: MeasurementView, id: string): Printable {
  return printable(partnerNames.get(id) ?? id);
}

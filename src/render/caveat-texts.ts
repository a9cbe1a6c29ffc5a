import type { BasisPart, Caveat } from '../core/measurement/caveats.ts';
import type { Figures } from './figures.ts';
import type { MeasurementWords } from './messages/measurement.ts';
import { type Printable, printable, trusted } from './printable.ts';

/** A caveat as a sentence of the language; safe to print. */
export function caveatText(
  caveat: Caveat,
  { caveats, inputs }: MeasurementWords,
  figures: Figures,
): Printable {
  const places = caveat.entries.length;
  switch (caveat.code) {
    case 'mixed-basis': {
      const told = ({ type, basis, amount }: BasisPart) =>
        `${inputs.types[type]} ${inputs.bases[basis]} ${apart(figures.money(amount))}`;
      return trusted(caveats.mixed(caveat.parts.map(told).join(', ')));
    }
    case 'time-without-basis':
      return trusted(caveats.timeless(apart(figures.money(caveat.amount)), places));
    case 'not-counted':
      return trusted(caveats.counted(apart(printable(caveat.metric)), places));
    default:
      return trusted(caveats.others[caveat.code](places));
  }
}

/** Keeps a figure or a name from disturbing the order of the sentence around it. */
function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

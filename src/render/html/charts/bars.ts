import { scaleLinear } from 'd3-scale';
import { type Html, html, text } from '../../escape/html.ts';

// Charts hold no text: their words stand beside them in HTML, where they wrap and can be selected, and a
// chart is mirrored as a whole on a page that reads from right to left. Places are percentages of the
// width, so that a chart fills its column and its dots and hatchings keep their shape.

/** How far a target is attained: 0 the baseline, 1 the target. `most` is the end of the scale. */
export function attainmentBar(attained: number, most: number, title: string): Html {
  const x = scaleLinear([0, Math.max(1, most)], [0, 100]).clamp(true);
  const tone = attained >= 1 ? 'reached' : 'under';
  return html`<svg class="chart bar ${text(tone)}" role="img" aria-label="${text(title)}">
<rect class="track" y="25%" width="100%" height="50%"/>
<rect class="fill" y="25%" width="${percent(x(attained))}" height="50%"/>
<line class="target" x1="${percent(x(1))}" x2="${percent(x(1))}" y1="0" y2="100%"/>
</svg>`;
}

/** One part of a stacked bar; its class chooses colour and hatching. */
export interface BarPart {
  readonly className: string;
  readonly value: number;
}

/** Parts of one amount one after another; `most` is the amount that fills the whole width. */
export function stackedBar(parts: readonly BarPart[], most: number, title: string): Html {
  const x = scaleLinear([0, most > 0 ? most : 1], [0, 100]);
  let from = 0;
  const shapes = parts.map(({ className, value }) => {
    const start = x(from);
    from += value;
    if (value <= 0) return null;
    return html`<rect class="part-of ${text(className)}" x="${percent(start)}" width="${percent(x(from) - start)}" height="100%"/>`;
  });
  return html`<svg class="chart stack" role="img" aria-label="${text(title)}">
<rect class="track" width="100%" height="100%"/>${shapes}
</svg>`;
}

/** A place to a hundredth of a percent, which no eye can tell from the exact one. */
export function percent(value: number): Html {
  return text(`${Math.round(value * 100) / 100}%`);
}

import { describe, expect, it } from 'vitest';
import { measurementOf } from '../../../../src/core/measurement/measurement.ts';
import type { Language } from '../../../../src/core/schema/partnership.ts';
import { figuresIn } from '../../../../src/render/figures.ts';
import { loadMeasurementWords } from '../../../../src/render/messages/measurement.ts';
import { loadTerms } from '../../../../src/render/messages/terms.ts';
import type { BidiMode } from '../../../../src/render/terminal/bidi.ts';
import { renderMeasurement } from '../../../../src/render/terminal/measurement/measurement.ts';
import type { Breakdown } from '../../../../src/render/terminal/measurement/view.ts';
import { displayWidth } from '../../../../src/render/terminal/width.ts';
import { workedCase } from '../../../core/measurement/worked-case.ts';
import { partnershipWith } from '../../../core/partnership-with.ts';

const hostile = 'Pupils\u001b[2J\u202e who\nread';

async function rendered(
  language: Language,
  width: number | undefined,
  bidi: BidiMode,
  by?: Breakdown,
): Promise<string> {
  const { sections, partners } = workedCase;
  const [metric] = sections.metrics;
  const partnership = await partnershipWith({
    partners,
    sections: { ...sections, metrics: [{ ...metric, name: hostile }] },
  });
  return renderMeasurement(measurementOf(partnership, '2026-12-31'), by, {
    name: hostile,
    id: 'case',
    language,
    words: await loadMeasurementWords(language),
    terms: await loadTerms(language),
    figures: figuresIn(language, 'ILS'),
    settings: { direction: language === 'he' ? 'rtl' : 'ltr', bidi, width, colorLevel: 0 },
    partnerNames: new Map([['bank', 'בנק הפועלים־לאומי']]),
    problems: { errors: 2, warnings: 1 },
  });
}

describe.each(['en', 'he'] as const)('the figures in %s', (language) => {
  it.each([12, 20, 40, 80])('fit into %d columns', async (width) => {
    for (const bidi of ['visual', 'terminal'] as const) {
      for (const by of [undefined, 'month'] as const) {
        const lines = (await rendered(language, width, bidi, by)).split('\n');
        // What is to be typed is never broken.
        const texts = lines.filter((line) => !line.includes('partner '));
        const widths = await Promise.all(texts.map(displayWidth));
        expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      }
    }
  });

  it.each([20, 80, undefined])('hold every amount at a width of %s', async (width) => {
    const text = (await rendered(language, width, 'logical')).replace(/\s+/g, ' ');
    for (const amount of ['100,000', '48,000', '30,000', '22,000', '200,000', '40,000', '148,000', '304']) {
      expect(text).toContain(amount);
    }
  });

  it('are plain text in reading order where they are piped', async () => {
    const text = await rendered(language, undefined, 'logical');
    expect(text).not.toMatch(/[\u200e\u200f\u2066-\u2069\u001b\u202e]/);
    expect(text).toContain('████████░░ 83.3%');
    expect(text).toContain('\\u{202e}');
  });
});

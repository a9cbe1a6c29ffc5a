import stringWidth from 'string-width';
import type { TextMetrics } from './width.ts';

const segmenter = new Intl.Segmenter();

/** Metrics for all of Unicode; costly to load, so imported only for a text that needs them. */
export const fullMetrics: TextMetrics = {
  width: (text) => stringWidth(text),
  graphemes: (text) => Array.from(segmenter.segment(text), (piece) => piece.segment),
};

/** How a text occupies a terminal: its width in columns and the pieces it may be cut into. */
export interface TextMetrics {
  /** The columns a text takes: 0 for points and marks, 2 for emoji and East Asian characters. */
  readonly width: (text: string) => number;
  /** The text cut into characters as people see them; joined they are the text again. */
  readonly graphemes: (text: string) => string[];
}

// Characters of one column, and the Hebrew points and direction marks of none. string-width knows all
// the others, but loading it with the emoji tables of the engine takes half as long as starting Node.
const oneColumn =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u05be\\u05c0\\u05c3\\u05c6\\u05d0-\\u05ea\\u05ef-\\u05f4' +
  '\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20c0\\u2190-\\u2212\\u2500-\\u25fc\\u2713-\\u2718';
const noColumn = '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u200e\\u200f\\u2066-\\u2069';
const simpleText = new RegExp(`^[${oneColumn}${noColumn}]*$`);
const noColumns = new RegExp(`[${noColumn}]+`, 'g');
const simpleGrapheme = new RegExp(`[^${noColumn}]?[${noColumn}]+|[^${noColumn}]`, 'gu');

const simpleMetrics: TextMetrics = {
  width: (text) => text.replace(noColumns, '').length,
  graphemes: (text) => text.match(simpleGrapheme) ?? [],
};

/** Metrics that are right for every text made of the sample's characters and of ASCII. */
export async function loadTextMetrics(sample: string): Promise<TextMetrics> {
  if (simpleText.test(sample)) return simpleMetrics;
  const { fullMetrics } = await import('./full-metrics.ts');
  return {
    width: (text) => (simpleText.test(text) ? simpleMetrics : fullMetrics).width(text),
    graphemes: (text) => (simpleText.test(text) ? simpleMetrics : fullMetrics).graphemes(text),
  };
}

/** The width in columns of any text, colour codes not counted. */
export async function displayWidth(text: string): Promise<number> {
  return (await loadTextMetrics(text)).width(text);
}

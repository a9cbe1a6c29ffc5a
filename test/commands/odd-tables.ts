import type { RecordingProblemCode } from '../../src/core/recording/problem.ts';

/** A table that cannot be recorded: what it shows, the code of its first problem, and its bytes. */
export interface OddTable {
  readonly name: string;
  readonly code:
    | RecordingProblemCode
    | 'control-character'
    | 'repeated-bom'
    | 'conflict-marker'
    | 'text-too-long';
  readonly bytes: Uint8Array;
}

const odd = (name: string, code: OddTable['code'], text: string): OddTable => ({
  name,
  code,
  bytes: Buffer.from(text),
});

const row = (
  name: string,
  code: OddTable['code'],
  cells: string,
  header = 'metric,on,value,source',
): OddTable =>
  odd(
    name,
    code,
    `${header}\nbooks,2026-01-31,5,shelf list${','.repeat(header.split(',').length - 4)}\n${cells}\n`,
  );

// "מדד,תאריך,ערך" and a row, as a Hebrew Excel saves a plain CSV.
const cp1255 = Buffer.from([
  0xee, 0xe3, 0xe3, 0x2c, 0xfa, 0xe0, 0xf8, 0xe9, 0xea, 0x2c, 0xf2, 0xf8, 0xea, 0x0a, 0x62, 0x2c, 0x31, 0x0a,
]);

/** One table or more for everything that a table can get wrong. */
export const oddTables: readonly OddTable[] = [
  { name: 'windows-1255', code: 'table-encoding', bytes: cp1255 },
  {
    name: 'UTF-16',
    code: 'table-encoding',
    bytes: Buffer.from('\ufeffmetric,on,value\nbooks,2026-01-31,5\n', 'utf16le'),
  },
  odd('more than 1 MiB', 'table-too-large', `metric,on,value\n${'books,2026-01-31,5\n'.repeat(60_000)}`),
  odd(
    'more rows than are taken',
    'table-too-long',
    `metric,on,value\n${'books,2026-01-31,5\n'.repeat(20_001)}`,
  ),
  odd('empty', 'table-empty', ''),
  odd('blank lines', 'table-empty', '\n  \r\n,,\n'),
  odd('only a header', 'table-empty', 'metric,on,value\n'),
  odd('a NUL', 'control-character', 'metric,on,value\nbooks,2026-01-31,5\0\n'),
  odd('a second BOM', 'repeated-bom', '\ufeff\ufeffmetric,on,value\nbooks,2026-01-31,5\n'),
  odd('an unresolved merge', 'conflict-marker', 'metric,on,value\n<<<<<<< ours\nbooks,2026-01-31,5\n'),
  row('a quote that is not closed', 'table-quote', 'books,2026-02-28,5,"שם'),
  row('text behind a closing quote', 'table-quote', 'books,2026-02-28,5,"שם" טוב'),
  row('a blank before a quote', 'table-quote', 'books,2026-02-28,5, "a"'),
  row('a column that is none', 'unknown-column', 'books,2026-02-28,5,a', 'metric,on,value,sorce'),
  row('a Hebrew column that is none', 'unknown-column', 'books,2026-02-28,5,a', 'מדד,תאריכ,ערך,משהו'),
  row('a column twice', 'repeated-column', 'books,2026-02-28,5,a', 'metric,on,value,מדד'),
  row('no metric', 'missing-column', 'books,2026-02-28,5,a', 'by,on,value,source'),
  row('no day', 'missing-column', 'books,2026-02-28,5,a', 'metric,by,value,source'),
  row('no figure', 'missing-column', 'books,2026-02-28,5,a', 'metric,on,method,source'),
  row('a part without its whole', 'missing-column', 'books,2026-02-28,5,a', 'metric,on,num,source'),
  row('a cell too many', 'row-length', 'books,2026-02-28,5,a,b'),
  row('a cell too few', 'row-length', 'books,2026-02-28,5'),
  row('the same row twice', 'row-repeated', 'books,2026-01-31,5,shelf list'),
  row('two figures of one day', 'observation-differs', 'books,2026-01-31,6,shelf list'),
  row('a figure that is at odds with the one recorded', 'observation-differs', 'children,2026-01-31,90,'),
  row('a source that the recorded one has not', 'observation-differs', 'children,2026-01-31,100,registers'),
  row('a formula', 'formula-cell', 'books,2026-02-28,=1+1,a'),
  row('a formula in a text', 'formula-cell', 'books,2026-02-28,1,"@SUM(A1)"'),
  row('a formula beside other mistakes', 'unknown-metric', 'boks,2026-02-30,=1+1,a'),
  row('a plus sign', 'formula-cell', 'books,2026-02-28,+5,a'),
  row('a tab at the start', 'formula-cell', 'books,2026-02-28,5,"\tcmd"'),
  row('a metric that is none', 'unknown-metric', 'boks,2026-02-28,5,a'),
  row('a metric that is like none', 'unknown-metric', 'visitors-per-day,2026-02-28,5,a'),
  row('the name of a metric', 'unknown-metric', 'Children reached,2026-02-28,5,a'),
  row('no metric in a row', 'empty-cell', ',2026-02-28,5,a'),
  row('no day in a row', 'empty-cell', 'books,,5,a'),
  row('no figure in a row', 'empty-cell', 'books,2026-02-28,,a'),
  row('no whole in a row', 'empty-cell', 'reading,2026-02-28,,a,42,', 'metric,on,value,source,num,den'),
  row('a day that does not exist', 'day-form', 'books,2026-02-30,5,a'),
  row('a day of a spreadsheet', 'day-form', 'books,28/02/2026,5,a'),
  row('a day that could be two', 'day-form', 'books,03/02/2026,5,a'),
  row('words for a day', 'day-form', 'books,February,5,a'),
  row('a day ahead', 'day-in-future', 'books,2026-03-02,5,a'),
  row('a number beyond numbers', 'figure-form', 'books,2026-02-28,1e999,a'),
  row('a separator of thousands', 'figure-form', 'books,2026-02-28,"1,200",a'),
  row('a decimal comma', 'figure-form', 'books,2026-02-28,"0,5",a'),
  row('a percentage', 'figure-form', 'reading,2026-02-28,45%,a'),
  row('too many digits', 'figure-form', 'books,2026-02-28,9007199254740993,a'),
  row('a word for a number', 'figure-form', 'books,2026-02-28,הרבה,a'),
  row('a whole of 0', 'whole-not-positive', 'reading,2026-02-28,5/0,a'),
  row('a part above its whole', 'part-above-whole', 'reading,2026-02-28,6/5,a'),
  row('a part below 0', 'part-negative', 'reading,2026-02-28,-1/5,a'),
  row('a share for a sum', 'share-not-taken', 'books,2026-02-28,1/2,a'),
  row('a plain value for a pooled metric', 'share-needed', 'reading,2026-02-28,0.5,a'),
  row('a value and a share', 'figure-twice', 'reading,2026-02-28,1,a,1,2', 'metric,on,value,source,num,den'),
  row('a text of a book', 'text-too-long', `books,2026-02-28,5,${'a'.repeat(20_001)}`),
  odd(
    'behind a cell of several lines, after letters beyond the first plane',
    'unknown-metric',
    'source,metric,on,value\r\n"שורה\r\n😀 שנייה",boks,2026-01-31,5\r\n"a\r\nb",books,2026-02-31,5\r\n',
  ),
];

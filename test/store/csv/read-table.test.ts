import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTable } from '../../../src/store/csv/read-table.ts';

const letters = fc.string({ unit: fc.constantFrom(...'ab שלום😀.,;\t"\'\n-|é'), maxLength: 8 });
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(letters, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

it('gives every cell of a table its text and the place at which it begins', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
      async (rows, separator, lineEnd, hasBom, endsWithLineEnd) => {
        const header = ['metric', 'on', 'value', 'source', 'method'].slice(0, rows[0]?.length);
        const full = [header, ...rows];
        const body = full
          .map((row) => row.map((cell) => quoted(cell, lineEnd)).join(separator))
          .join(lineEnd);
        const text = body + (endsWithLineEnd ? lineEnd : '');
        const reading = await readTable(Buffer.from(hasBom ? `\ufeff${text}` : text));
        const wanted = full
          .map((row) => row.map((cell) => cell.replaceAll('\n', lineEnd)))
          .filter((row) => row.some((cell) => cell.trim() !== ''));
        if (wanted.length < 2) return;
        expect(reading.problems).toEqual([]);
        expect(reading.rows.map((row) => row.map((cell) => cell.text))).toEqual(wanted);
        for (const cell of reading.rows.flat())
          expect(text.slice(cell.at).startsWith(quoted(cell.text, '\n').trimStart())).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

/** A cell as spreadsheets write it: between quotes where it needs them. */
function quoted(cell: string, lineEnd: string): string {
  const text = lineEnd === '\n' ? cell : cell.replaceAll('\n', lineEnd);
  return /[",;\t\n]/.test(cell) ? `"${text.replaceAll('"', '""')}"` : text;
}

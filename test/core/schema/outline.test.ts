import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileSchema, outlineOfFile } from '../../../src/core/schema/check-schema.ts';
import { explain, zodSchemaOf } from '../../../src/core/schema/explain.ts';
import { accepts } from '../../../src/core/schema/outline.ts';
import { withoutUserKeys } from '../../../src/core/schema/plain-data.ts';
import { anything, changed, changes, dataOf, files } from './generated-data.ts';

function zodAccepts(file: FileSchema, data: unknown): boolean {
  return zodSchemaOf(file).safeParse(withoutUserKeys(data), { jitless: true }).success;
}

describe('an outline', () => {
  const runs = 700;
  it.each(Object.entries(files))(
    `accepts of %s what its zod schema accepts (${runs} cases)`,
    (_name, file) => {
      const outline = outlineOfFile(file);
      let accepted = 0;
      fc.assert(
        fc.property(dataOf(outline), changes, (sound, change) => {
          const data = changed(sound, change);
          const isAccepted = accepts(outline, data);
          accepted += isAccepted ? 1 : 0;
          expect(isAccepted).toBe(zodAccepts(file, data));
          expect(explain(file, outline, data).length === 0).toBe(isAccepted);
        }),
        { numRuns: runs },
      );
      // Both answers must have come up, or the agreement would prove nothing.
      expect(accepted).toBeGreaterThan(runs / 50);
      expect(accepted).toBeLessThan(runs);
    },
  );

  it.each(Object.entries(files))('of %s agrees with zod on data of no form at all', (_name, file) => {
    const outline = outlineOfFile(file);
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (data) => {
        const plain = JSON.parse(JSON.stringify(data) ?? 'null');
        expect(accepts(outline, plain)).toBe(zodAccepts(file, plain));
      }),
      { numRuns: 50 },
    );
  });
});

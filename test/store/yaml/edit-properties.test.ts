import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalData } from '../../../src/store/yaml/data-edit.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { brokenLaw, describeEdit } from './edit-laws.ts';
import { choices, documentsOf, scalars, valuesOf } from './odd-data.ts';
import { choicesFrom, printOddly } from './odd-document.ts';
import { drawEdit } from './odd-edit.ts';

const documents = documentsOf('xsmall');
const { value: values } = valuesOf('xsmall');
const draws = fc.tuple(fc.nat(), fc.nat());

describe('the odd documents', () => {
  it('read as the data they were printed from', () => {
    fc.assert(
      fc.property(documents, choices, (data, style) => {
        const { data: read, problems } = readYaml(printOddly(data, choicesFrom(style)));
        return problems.every(({ severity }) => severity === 'warning') && equalData(read, data);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an edit of any document', () => {
  it('means what it says, touches no other line, is never refused and changes nothing twice', () => {
    const seen = { set: 0, append: 0, remove: 0 };
    fc.assert(
      fc.property(documents, choices, values, scalars, draws, (data, style, value, scalar, draw) => {
        const edit = drawEdit(data, value, scalar, choicesFrom(draw));
        if (edit === undefined) return;
        seen[edit.kind] += 1;
        const bytes = printOddly(data, choicesFrom(style));
        expect(brokenLaw(bytes, data, edit), `${describeEdit(edit)} in\n${text(bytes)}`).toBeUndefined();
      }),
      { numRuns: 5_000 },
    );
    expect(Math.min(seen.set, seen.append, seen.remove)).toBeGreaterThan(500);
  });
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { equalData } from '../../../src/core/equal-data.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { brokenLaw, describeEdit, type Editor } from './edit-laws.ts';
import { set } from './edited.ts';
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
    const seen = { set: 0, append: 0, extend: 0, remove: 0 };
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
    expect(seen.extend).toBeGreaterThan(250);
  });
});

describe('the laws', () => {
  it('are broken by an editor that prints the document anew', () => {
    const reprint: Editor = (bytes, [edit]) => {
      const document = parseDocument(text(bytes), { version: '1.2', schema: 'core' });
      if (edit?.kind === 'set') document.setIn(edit.path, document.createNode(edit.value));
      const printed = new TextEncoder().encode(document.toString());
      return { bytes: printed, data: document.toJS(), changed: true };
    };
    const drawn = fc.sample(fc.tuple(documents, choices, values), { numRuns: 200, seed: 1 });
    const broken = drawn.filter(([data, style, value]) => {
      const key = Object.keys(data)[0] ?? 'new';
      if (Array.isArray(data)) return false;
      return brokenLaw(printOddly(data, choicesFrom(style)), data, set([key], value), reprint) !== undefined;
    });
    expect(broken.length).toBeGreaterThan(100);
  });
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

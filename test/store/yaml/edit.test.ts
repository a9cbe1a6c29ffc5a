import { describe, expect, it } from 'vitest';
import { PartnerError } from '../../../src/core/partner-error.ts';
import { applyEdit, type Edit } from '../../../src/store/yaml/data-edit.ts';
import { editYaml } from '../../../src/store/yaml/edit.ts';
import { append, edited, remove, set } from './edited.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function refusalOf(text: string, edit: Edit): unknown {
  try {
    return editYaml(bytesOf(text), [edit]);
  } catch (error) {
    return error instanceof PartnerError ? [error.code, error.params] : error;
  }
}

describe('a file that is already as wanted', () => {
  it.each([
    ['a scalar in other quotes', "a: 'x'  # c\n", set(['a'], 'x')],
    ['a number in another form', 'a: 1.50\n', set(['a'], 1.5)],
    ['null written three ways', 'a:\nb: ~\n', set(['a'], null)],
    ['a mapping in another order', 'm: {b: 2, a: 1}\n', set(['m'], { a: 1, b: 2 })],
    ['a key whose value would be undefined', 'm: {a: 1}\n', set(['m'], { a: 1, b: undefined })],
    ['a key that is gone', 'a: 1\n', remove(['b', 'c'])],
    ['an entry that is gone', 'l: [1]\n', remove(['l', 1])],
  ])('is handed back as the very same bytes: %s', (_, text, edit) => {
    const bytes = bytesOf(text);
    const result = editYaml(bytes, [edit]);
    expect(result.bytes).toBe(bytes);
    expect(result.changed).toBe(false);
  });

  it('is handed back with its data when there are no edits', () => {
    expect(editYaml(bytesOf('a: 1\n'), [])).toMatchObject({ data: { a: 1 }, changed: false });
  });
});

describe('several edits', () => {
  it('see what the ones before them did', () => {
    const edits = [set(['a'], { l: [] }), append(['a', 'l'], 'x'), set(['a', 'l', 0], 'z'), remove(['b'])];
    expect(edited('a: 1\nb: 2\n', ...edits)).toBe('a:\n  l:\n    - z\n');
  });

  it('change nothing when one of them is refused', () => {
    const bytes = bytesOf('a: 1\n');
    expect(() => editYaml(bytes, [set(['a'], 2), set(['a', 'b'], 1)])).toThrow(PartnerError);
    expect(bytes).toEqual(bytesOf('a: 1\n'));
  });
});

describe('a refusal', () => {
  it.each<[string, string, Edit, string]>([
    ['a file with errors', 'a: [1\n', set(['a'], 1), 'a'],
    ['an empty file', '# nothing\n', set(['a'], 1), 'a'],
    ['a key in a text', 'a: x\n', set(['a', 'b'], 1), 'a.b'],
    ['a key in a sequence', 'a: [x]\n', set(['a', 'b'], 1), 'a.b'],
    ['an entry in a mapping', 'a: {}\n', set(['a', 0], 1), 'a[0]'],
    ['an entry beyond the end', 'a: [x]\n', set(['a', 1], 1), 'a[1]'],
    ['appending to a mapping', 'a: {b: 1}\n', append(['a'], 1), 'a'],
    ['appending to a text', 'a: x\n', append(['a'], 1), 'a'],
    ['removing the root', 'a: x\n', remove([]), ''],
    ['half a character', 'a: x\n', set(['a'], { b: 'x\ud83d' }), 'a.b'],
    ['an infinite number', 'a: x\n', set(['a'], Number.POSITIVE_INFINITY), 'a'],
    ['a number too large to be exact', 'a: x\n', set(['a'], 1e21), 'a'],
    ['a date object', 'a: x\n', set(['a'], new Map()), 'a'],
    ['nothing at all', 'a: x\n', set(['a'], undefined), 'a'],
    ['a key no reader takes', 'a: x\n', set(['__proto__'], 1), '__proto__'],
  ])('names the path: %s', (_, text, edit, path) => {
    expect(refusalOf(text, edit)).toEqual(['edit-refused', { path }]);
  });
});

describe('a file with a warning', () => {
  it('can be edited', () => {
    expect(edited('a: x\u202ey\nb: 1\n', set(['b'], 2))).toBe('a: x\u202ey\nb: 2\n');
  });
});

describe('applyEdit', () => {
  const data = { a: { l: [1, { k: 2 }] }, n: null };

  it.each<[string, Edit, unknown]>([
    ['sets a key', set(['a', 'x'], 1), { a: { l: [1, { k: 2 }], x: 1 }, n: null }],
    ['replaces an entry', set(['a', 'l', 0], 9), { a: { l: [9, { k: 2 }] }, n: null }],
    ['creates mappings', set(['p', 'q'], 1), { ...data, p: { q: 1 } }],
    ['fills null', set(['n', 'q'], 1), { ...data, n: { q: 1 } }],
    ['appends', append(['a', 'l'], 3), { a: { l: [1, { k: 2 }, 3] }, n: null }],
    ['creates sequences', append(['p'], 3), { ...data, p: [3] }],
    ['starts a sequence in null', append(['n'], 3), { ...data, n: [3] }],
    ['removes a key', remove(['a', 'l', 1, 'k']), { a: { l: [1, {}] }, n: null }],
    ['removes an entry', remove(['a', 'l', 0]), { a: { l: [{ k: 2 }] }, n: null }],
    ['leaves alone what is not there', remove(['a', 'x', 'y']), data],
  ])('%s', (_, edit, wanted) => {
    const before = structuredClone(data);
    expect(applyEdit(data, edit)).toEqual(wanted);
    expect(data).toEqual(before);
  });
});

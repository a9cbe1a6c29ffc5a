import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { jsonList } from '../../src/render/json-list.ts';

const item = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });

it('writes in parts what is written at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(item, { maxLength: 3 }), { maxLength: 4 }),
      fc.boolean(),
      (parts, hasTail) => {
        const list = jsonList({ format: 1 }, 'items');
        const tail = hasTail ? { count: 2, deep: { a: [] } } : {};
        const written = [list.open(), ...parts.map((part) => list.add(part)), list.close(tail)].join('');
        expect(written).toBe(renderJson({ format: 1, items: parts.flat(), ...tail }));
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSum } from '../../../src/store/portfolio/check-sum.ts';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

describe('the check sum of an index', () => {
  it('finds whatever is spoiled of four bytes that lie together', () => {
    fc.assert(
      fc.property(someBytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, change) => {
        const spoiled = Uint8Array.from(bytes);
        const at = place % bytes.length;
        spoiled[at] = (spoiled[at] as number) ^ change;
        expect(checkSum(spoiled)).not.toBe(checkSum(bytes));
      }),
    );
  });

  it('finds what is lost at the end, zeros too, and what stands in another order', () => {
    fc.assert(
      fc.property(someBytes, fc.integer({ min: 1, max: 40 }), (bytes, lost) => {
        const longer = Buffer.concat([bytes, Buffer.alloc(lost)]);
        expect(checkSum(longer)).not.toBe(checkSum(bytes));
      }),
    );
    const [one, other] = [Buffer.from('{"tags":["a"]}'), Buffer.from('{"tags":["b"]}')];
    expect(checkSum(one, checkSum(other))).not.toBe(checkSum(other, checkSum(one)));
  });

  it('is the same wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(someBytes, fc.nat({ max: 9 }), fc.nat(), (bytes, offset, before) => {
        const elsewhere = Buffer.concat([Buffer.alloc(offset, 1), bytes, Buffer.alloc(3, 1)]);
        const there = elsewhere.subarray(offset, offset + bytes.length);
        expect(checkSum(there, before)).toBe(checkSum(Uint8Array.from(bytes), before));
      }),
    );
  });
});

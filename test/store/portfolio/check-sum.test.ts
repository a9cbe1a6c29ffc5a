import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSum } from '../../../src/store/portfolio/check-sum.ts';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
const words = someBytes.map((bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]));

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

  it('finds what is lost at the end, and what stands in another order', () => {
    fc.assert(
      fc.property(words, someBytes, (bytes, lost) => {
        expect(checkSum(Buffer.concat([bytes, lost]))).not.toBe(checkSum(bytes));
      }),
    );
    const [one, other] = [Buffer.from('{"tags":["a"]}'), Buffer.from('{"tags":["b"]}')];
    expect(checkSum(Buffer.concat([one, other]))).not.toBe(checkSum(Buffer.concat([other, one])));
  });

  it('goes on from that of whole numbers before', () => {
    fc.assert(
      fc.property(words, someBytes, (bytes, more) => {
        expect(checkSum(more, checkSum(bytes))).toBe(checkSum(Buffer.concat([bytes, more])));
      }),
    );
  });

  it('is the same wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(someBytes, fc.nat({ max: 9 }), (bytes, offset) => {
        const elsewhere = Buffer.concat([Buffer.alloc(offset, 1), bytes, Buffer.alloc(3, 1)]);
        const there = elsewhere.subarray(offset, offset + bytes.length);
        expect(checkSum(there)).toBe(checkSum(Uint8Array.from(bytes)));
      }),
    );
  });
});

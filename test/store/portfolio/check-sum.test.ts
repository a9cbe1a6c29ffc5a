import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSum } from '../../../src/store/portfolio/check-sum.ts';

describe('the check sum of an index', () => {
  it('is that of zlib, of few bytes as of many, and piece by piece', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
        const both = Buffer.concat([first, second]);
        expect(checkSum(both)).toBe(crc32(both));
        expect(checkSum(second, checkSum(first))).toBe(crc32(both));
      }),
    );
    const many = Buffer.alloc(100_000, 'partner');
    expect(checkSum(many.subarray(32_000), checkSum(many.subarray(0, 32_000)))).toBe(crc32(many));
  });
});

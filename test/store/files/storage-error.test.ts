import { describe, expect, it } from 'vitest';
import { circumstance } from '../../../src/store/files/storage-error.ts';

function systemError(code: string, errno: number): Error {
  return Object.assign(new Error(code), { code, errno, path: '/a/partnership.yaml' });
}

describe('circumstance', () => {
  it.each([
    ['EIO', -5, 'EIO'],
    ['EACCES', -13, 'EACCES'],
    ['EMFILE', -24, 'EMFILE'],
    ['UNKNOWN', -122, 'EDQUOT'],
  ])('%s %i is the machine’s, and a refusal', (code, errno, name) => {
    expect(circumstance(systemError(code, errno))).toMatchObject({
      code: 'io-failed',
      exitCode: 2,
      params: { file: '/a/partnership.yaml', errno: name },
    });
  });

  it.each([
    ['ENOENT', -2],
    ['EBADF', -9],
    ['EINVAL', -22],
    ['UNKNOWN', -4094],
  ])('%s %i would be a mistake of the program', (code, errno) => {
    expect(circumstance(systemError(code, errno))).toBeUndefined();
  });

  it('nor is any other error one', () => {
    expect(circumstance(new TypeError('x is not a function'))).toBeUndefined();
    expect(circumstance(undefined)).toBeUndefined();
  });
});

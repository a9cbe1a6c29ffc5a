import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PartnerError } from '../../src/core/partner-error.ts';
import { errors as english } from '../../src/render/messages/en/errors.ts';
import { errors as hebrew } from '../../src/render/messages/he/errors.ts';
import { refuseOddName } from '../../src/store/odd-name.ts';

const windows = { ...win32, win32, posix: win32 } as unknown as Parameters<typeof refuseOddName>[1];

function refusal(file: string): PartnerError | undefined {
  try {
    refuseOddName(file, windows);
    return undefined;
  } catch (error) {
    if (error instanceof PartnerError) return error;
    throw error;
  }
}

describe('a name that Windows takes for something else', () => {
  it.each([
    ['C:\\ours\\con', 'con', 'device'],
    ['C:\\aux.d\\readers', 'aux.d', 'device'],
    ['C:\\ours\\nul.html', 'nul.html', 'device'],
    ['C:\\ours\\a:b.html', 'a:b.html', 'characters'],
    ['\\\\server\\share\\ours?', 'ours?', 'characters'],
    ['C:\\ours.\\readers', 'ours.', 'end'],
  ])('is refused: %s', (file, name, why) =>
    expect(refusal(file)).toMatchObject({ code: 'name-not-possible', params: { file, name, why } }),
  );

  it.each([
    'C:\\',
    'C:\\ours\\readers',
    '\\\\server\\share',
    'C:\\console\\קוראים בדרום.html',
    'C:\\a\\..\\b',
  ])('is not %s', (file) => expect(refusal(file)).toBeUndefined());

  it('is told in words', () => {
    const words = { file: 'a:b', name: 'a:b', why: 'characters' };
    expect(english['name-not-possible'](words)).toEqual({
      message: 'a:b: Windows takes a character in this name for something else: "a:b"',
      hint: 'nothing was written; give another name',
    });
    expect(hebrew['name-not-possible'](words)).toEqual({
      message: 'a:b: ב־Windows יש לאחד התווים בשם הזה משמעות אחרת: "a:b"',
      hint: 'דבר לא נכתב; יש לתת שם אחר',
    });
  });

  it('is as good as any elsewhere', () => expect(() => refuseOddName('/ours/con/a:b.')).not.toThrow());
});

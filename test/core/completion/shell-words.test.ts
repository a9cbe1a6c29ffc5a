import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitShellLine, unquotePowerShell } from '../../../src/core/completion/shell-words.ts';
import { quoteForBash, quoteForPowerShell } from '../../../src/render/escape/shell-word.ts';
import { printable } from '../../../src/render/printable.ts';

const values = (line: string, shell: 'bash' | 'fish' = 'bash') =>
  splitShellLine(line, shell).map(({ value }) => value);

describe('a line', () => {
  it.each([
    ['partner', ['partner']],
    ['partner ', ['partner', '']],
    ['partner  a\tb', ['partner', 'a', 'b']],
    ['partner "a b"c \'d e\'f', ['partner', 'a bc', 'd ef']],
    ['partner a\\ b "c\\"d" "c\\d"', ['partner', 'a b', 'c"d', 'c\\d']],
    ["partner 'a\\' b", ['partner', 'a\\', 'b']],
    ["partner $'a\\'b' ''", ['partner', "a'b", '']],
    ['partner "" x', ['partner', '', 'x']],
    ['partner a\u00a0b\u3000c', ['partner', 'a\u00a0b\u3000c']],
    ['partner $(x y) `z`', ['partner', '$(x', 'y)', '`z`']],
  ])('of bash is split as bash does: %s', (line, words) => {
    expect(values(line)).toEqual(words);
  });

  it.each([
    ['partner \'a\\\'b\' "c\\"d"', ['partner', "a'b", 'c"d']],
    ["partner $'a'", ['partner', '$a']],
    ['partner a\\ b \\$x', ['partner', 'a b', '$x']],
  ])('of fish is split as fish does: %s', (line, words) => {
    expect(values(line, 'fish')).toEqual(words);
  });

  it('tells in which quotes it ends', () => {
    const last = (line: string) => splitShellLine(line, 'bash').at(-1);
    expect(last('partner "Dana L')).toEqual({ value: 'Dana L', quoting: 'double', isEscaping: false });
    expect(last("partner 'Dana L")).toEqual({ value: 'Dana L', quoting: 'single', isEscaping: false });
    expect(last("partner $'Dana L")).toEqual({
      value: 'Dana L',
      quoting: 'dollar-single',
      isEscaping: false,
    });
    expect(last('partner Dana\\')).toEqual({ value: 'Dana', quoting: 'plain', isEscaping: true });
    expect(last('partner "Dana\\')).toEqual({ value: 'Dana', quoting: 'double', isEscaping: true });
  });
});

const quotes = [
  ['plain', '', ''],
  ['single', "'", "'"],
  ['double', '"', '"'],
  ['dollar-single', "$'", "'"],
] as const;

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map(printable);

describe('a quoted text', () => {
  it.each(quotes)('is itself to bash again: %s', (quoting, open, close) => {
    fc.assert(
      fc.property(text, (value) => {
        const line = `partner x${open}${quoteForBash(value, quoting)}${close}`;
        expect(values(line).slice(1)).toEqual([`x${value}`]);
      }),
    );
  });

  it('is itself to bash itself', () => {
    const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const samples = [signs.join(''), ...signs, ...fc.sample(text, { numRuns: 100, seed: 7 })].map(printable);
    const words = quotes.flatMap(([quoting, open, close]) =>
      samples.map((sample) => `x${open}${quoteForBash(sample, quoting)}${close}`),
    );
    const { stdout } = spawnSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], {
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    });
    expect(stdout.split('\0').slice(0, -1)).toEqual(
      quotes.flatMap(() => samples.map((sample) => `x${sample}`)),
    );
  });

  it('is itself to PowerShell again', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(unquotePowerShell(quoteForPowerShell(value))).toBe(value);
      }),
    );
    expect(quoteForPowerShell(printable('a’; calc #'))).toBe("'a’’; calc #'");
    expect(quoteForPowerShell(printable('--lang=he'))).toBe('--lang=he');
    expect(quoteForPowerShell(printable('@x'))).toBe("'@x'");
    expect(quoteForPowerShell(printable('a,b'))).toBe("'a,b'");
  });
});

describe('what PowerShell has typed', () => {
  it.each([
    ['status', 'status'],
    ["'it''s", "it's"],
    ['"a `"b` c""d"', 'a "b c"d'],
    ['a`', 'a'],
    ['“Dana L', 'Dana L'],
  ])('is unquoted: %s', (typed, value) => {
    expect(unquotePowerShell(typed)).toBe(value);
  });
});

import { describe, expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { languageOf } from '../src/invocation.ts';

const machine = (env: Record<string, string>, locale?: string) =>
  ({ env, ...(locale === undefined ? {} : { locale: () => locale }) }) as unknown as Context;

describe('the language of the machine', () => {
  it.each([
    [{ LANG: 'he_IL.UTF-8' }, undefined, 'he'],
    [{ LC_ALL: 'C', LANG: 'he_IL.UTF-8' }, undefined, 'en'],
    [{}, undefined, 'en'],
    // Windows has it in its settings.
    [{}, 'he-IL', 'he'],
    [{}, 'en-GB', 'en'],
    [{}, 'hr-HR', 'en'],
    [{ LANG: 'en_US.UTF-8' }, 'he-IL', 'en'],
  ])('is that of its settings: %j, %s', (env, locale, language) => {
    expect(languageOf(machine(env as Record<string, string>, locale), undefined)).toBe(language);
  });
});

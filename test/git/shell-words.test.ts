import { describe, expect, it } from 'vitest';
import { programCall } from '../../src/git/shell-words.ts';

describe('the line that git runs', () => {
  it('names the interpreter and the script', () =>
    expect(programCall({ node: '/n o/node', script: '/p/partner.js' }, 'validate', 'false')).toBe(
      "if [ -x '/n o/node' ] && [ -f /p/partner.js ]; then '/n o/node' /p/partner.js validate; elif command -v partner >/dev/null 2>&1; then partner validate; else false; fi",
    ));

  it('names an executable once', () =>
    expect(programCall({ node: '/p/partner', script: '/p/partner' }, 'validate', 'false')).toMatch(
      /^if \[ -x \/p\/partner \]; then \/p\/partner validate; elif /,
    ));
});

import { describe, expect, it } from 'vitest';
import { detectColorLevel, loadTheme } from '../../../src/render/terminal/theme.ts';

describe('how much colour a stream takes', () => {
  it.each([
    ['a pipe', {}, false, false, 0],
    ['a terminal', { TERM: 'xterm' }, true, false, 1],
    ['a terminal of 256 colours', { TERM: 'xterm-256color' }, true, false, 2],
    ['a terminal of all colours', { TERM: 'xterm', COLORTERM: 'truecolor' }, true, false, 3],
    ['a dumb terminal', { TERM: 'dumb' }, true, false, 0],
    ['--no-color', { FORCE_COLOR: '3' }, true, true, 0],
    ['NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '3' }, true, false, 0],
    ['an empty NO_COLOR', { NO_COLOR: '', TERM: 'xterm' }, true, false, 1],
    ['FORCE_COLOR on a pipe', { FORCE_COLOR: 'true' }, false, false, 1],
    ['FORCE_COLOR with a level', { FORCE_COLOR: '2' }, false, false, 2],
    ['FORCE_COLOR that forbids', { FORCE_COLOR: '0', TERM: 'xterm' }, true, false, 0],
    ['FORCE_COLOR on a dumb terminal', { FORCE_COLOR: '1', TERM: 'dumb' }, true, false, 1],
  ])('%s', (_, env, isTTY, noColorFlag, level) => {
    expect(detectColorLevel(env, isTTY, noColorFlag)).toBe(level);
  });
});

it('colours by meaning, and not at all at level 0', async () => {
  expect((await loadTheme(1)).bad('late')).toBe('\x1b[31mlate\x1b[39m');
  expect((await loadTheme(0)).bad('late')).toBe('late');
});

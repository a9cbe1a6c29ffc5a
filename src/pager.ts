import { spawn } from 'node:child_process';
import type { Rendered } from './render/rendered.ts';

/** What is known of the terminal and of the person's wishes. */
export interface PagerSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly rows: number | undefined;
  readonly platform: string;
}

/**
 * Shows a text in the person's pager and waits for its end; false where it fits on the screen, or where
 * there is no pager, and then nothing was shown. PARTNER_PAGER goes before PAGER; empty or `cat` is none.
 */
export async function showInPager(text: Rendered, { env, rows, platform }: PagerSettings): Promise<boolean> {
  const [command = '', ...args] = pagerOf(env, platform)
    .split(' ')
    .filter((word) => word !== '');
  if (command === '' || command === 'cat' || env.TERM === 'dumb') return false;
  // The prompt of the shell takes a line as well.
  if (rows === undefined || text.split('\n').length <= rows) return false;
  // As git sets it: end where all fits, keep colours, leave the text on the screen.
  const settings = { ...env, LESS: env.LESS ?? 'FRX', LV: env.LV ?? '-c' };
  return new Promise((resolve) => {
    const pager = spawn(command, args, { env: settings, stdio: ['pipe', 'inherit', 'inherit'] });
    pager.on('error', () => resolve(false));
    // Who leaves the pager early has read enough.
    pager.stdin.on('error', () => {});
    pager.on('close', () => resolve(pager.pid !== undefined));
    pager.stdin.end(text);
  });
}

// On Windows the one that is always there, `more`, knows neither colours nor UTF-8.
function pagerOf({ PARTNER_PAGER, PAGER }: PagerSettings['env'], platform: string): string {
  return PARTNER_PAGER ?? PAGER ?? (platform === 'win32' ? '' : 'less');
}

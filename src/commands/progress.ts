import { type Invocation, languageOf, terminalOf } from '../invocation.ts';
import { clearedLine } from '../render/rendered.ts';

/** How far long work is, for somebody who watches. */
export interface Progress {
  /** One more is done; a promise where that is being drawn. */
  readonly advance: () => Promise<void> | undefined;
  /** Takes the bar away, so that something else can be written. */
  readonly clear: () => void;
}

/** Work that is done sooner needs no bar. */
const patienceMs = 500;

/** A terminal that is written to more often only flickers. */
const betweenMs = 100;

/** Progress over so many partnerships: a bar on a terminal, and nothing anywhere else. */
export function openProgress(invocation: Invocation, total: number): Progress {
  const { context, quiet, options } = invocation;
  const nobody = { advance: () => undefined, clear: () => {} };
  if (quiet || total < 2 || !context.stderr.isTTY || context.env.TERM === 'dumb') return nobody;
  const settings = terminalOf(invocation, context.stderr, languageOf(context, options.lang));
  const language = settings.direction === 'rtl' ? 'he' : 'en';
  const startedAt = context.clock();
  let done = 0;
  let drawnAt = startedAt + patienceMs - betweenMs;
  let isDrawn = false;
  const draw = async (at: number): Promise<void> => {
    drawnAt = at;
    isDrawn = true;
    const { renderProgress } = await import('../render/terminal/progress.ts');
    const perSecond = (done * 1_000) / (at - startedAt);
    context.stderr.write(await renderProgress({ done, total, perSecond }, language, settings));
  };
  return {
    advance: () => {
      done += 1;
      const at = context.clock();
      return at < drawnAt + betweenMs ? undefined : draw(at);
    },
    clear: () => {
      if (isDrawn) context.stderr.write(clearedLine);
      isDrawn = false;
    },
  };
}

import { fileURLToPath } from 'node:url';
import type { Context } from '../../src/context.ts';
import { PartnerError } from '../../src/core/partner-error.ts';
import type { Choice, Prompts } from '../../src/prompts.ts';
import { main } from '../../src/run.ts';
import { ownReader } from '../../src/store/portfolio/reader.ts';

/** ^C at a question. */
export const interrupt = Symbol('^C');

/** What a person answers, question by question: a text, a yes or no, a value, several values, or ^C. */
export type Answer = string | boolean | readonly string[] | typeof interrupt;

/** A session at a terminal: what was asked and what was printed. */
export interface Session {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

let randomState = 0;

/** Numbers that look random and are the same in every run. */
function nextRandom(): number {
  randomState = (randomState * 9301 + 49297) % 233280;
  return randomState / 233280;
}

/**
 * Runs the program in this process at a terminal of 100 columns, with the answers of a person; `more` stands in for
 * parts of the context.
 */
export async function atTerminal(
  cwd: string,
  argv: readonly string[],
  answers: readonly Answer[] = [],
  env: Readonly<Record<string, string>> = {},
  instead: Partial<Context> = {},
): Promise<Session> {
  const printed = { out: '', err: '' };
  const asked: string[] = [];
  const left = [...answers];
  const output = (stream: 'out' | 'err') => ({
    isTTY: true,
    columns: 100,
    write: (text: string) => {
      printed[stream] += text;
    },
    finished: async () => undefined,
  });
  const context: Context = {
    cwd,
    env: { NO_COLOR: '1', PARTNER_BIDI: 'logical', ...env },
    today: '2026-03-01',
    now: () => '2026-03-01T10:00:00.000Z',
    clock: () => 0,
    random: nextRandom,
    sleep: async () => {},
    facts: { pid: process.pid, host: () => 'test-host', signal: (pid, signal) => process.kill(pid, signal) },
    user: () => 'noa',
    stdin: { isTTY: true, read: () => new Uint8Array() },
    stdout: output('out'),
    stderr: output('err'),
    prompts: async () => scriptedPrompts(left, asked),
    page: async () => false,
    interrupted: async () => {},
    serve: async (page) => (await import('../../src/page-server.ts')).servePage(page),
    threads: { spare: 0, start: () => ownReader, compileLate: () => {} },
    cacheFolder: undefined,
    program: {
      node: process.execPath,
      script: fileURLToPath(new URL('../../bin/partner.js', import.meta.url)),
    },
    resources: fileURLToPath(new URL('../../dist', import.meta.url)),
    ...instead,
  };
  const code = await main(argv, context);
  if (left.length > 0)
    throw new Error(`not asked for: ${left.map(String).join(', ')}; asked: ${asked.join(' | ')}`);
  return { code, ...printed, asked };
}

function scriptedPrompts(answers: Answer[], asked: string[]): Prompts {
  const next = (message: string): Exclude<Answer, typeof interrupt> => {
    asked.push(message);
    const answer = answers.shift();
    if (answer === interrupt) throw new PartnerError('cancelled');
    if (answer === undefined) throw new Error(`no answer to: ${message}`);
    return answer;
  };
  const among = <T>(choices: readonly Choice<T>[], answer: unknown): T => {
    const found = choices.find(({ value }) => value === answer);
    if (found === undefined)
      throw new Error(`${String(answer)} is not among ${choices.map(({ value }) => value).join(', ')}`);
    return found.value;
  };
  return {
    // A wrong answer is asked for again, as a terminal would.
    text: async ({ message, initial, check }) => {
      for (;;) {
        const given = next(message) as string;
        const answer = given === '' && initial !== undefined ? initial : given;
        const verdict = check?.(answer) ?? true;
        if (verdict === true) return answer;
        asked.push(`! ${verdict}`);
      }
    },
    confirm: async ({ message }) => next(message) as boolean,
    choose: async ({ message, choices }) => among(choices, next(message)),
    pick: async ({ message, choices }) =>
      (next(message) as readonly string[]).map((value) => among(choices, value)),
  };
}

import inquirer from 'inquirer';
import { PartnerError } from './core/partner-error.ts';

/** One thing to choose. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  readonly checked?: boolean;
}

/** A question for a text; `check` answers true or says what is wrong. */
export interface TextQuestion {
  readonly message: string;
  readonly initial?: string;
  readonly check?: (answer: string) => true | string;
}

/** What the keys do, in the reader's language. */
export interface KeyTips {
  readonly [action: string]: string;
}

/** The questions that a command can ask. Each rejects with `cancelled` on ^C. */
export interface Prompts {
  text: (question: TextQuestion) => Promise<string>;
  confirm: (question: { readonly message: string; readonly initial: boolean }) => Promise<boolean>;
  choose: <T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly initial?: T;
  }) => Promise<T>;
  pick: <T>(question: { readonly message: string; readonly choices: readonly Choice<T>[] }) => Promise<T[]>;
}

/** Questions on a terminal; they are drawn on `output`, so that stdout holds results only. */
export function terminalPrompts(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  tips: KeyTips = {},
): Prompts {
  const prompt = inquirer.createPromptModule({ input, output });
  const style = {
    keysHelpTip: (keys: [string, string][]) =>
      keys.map(([key, action]) => `${key} ${tips[action] ?? action}`).join(' • '),
  };
  const ask = async <T>(question: Record<string, unknown>): Promise<T> => {
    try {
      const answers = await prompt([{ name: 'answer', theme: { style }, ...question } as never]);
      return (answers as { answer: T }).answer;
    } catch (error) {
      if (error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name)) {
        throw new PartnerError('cancelled', {}, { cause: error });
      }
      throw error;
    }
  };
  return {
    text: ({ message, initial, check }) =>
      ask({
        type: 'input',
        message,
        ...(initial === undefined ? {} : { default: initial }),
        ...(check && { validate: check }),
      }),
    confirm: ({ message, initial }) => ask({ type: 'confirm', message, default: initial }),
    choose: ({ message, choices, initial }) =>
      ask({
        type: 'select',
        message,
        choices,
        pageSize: 12,
        loop: false,
        ...(initial === undefined ? {} : { default: initial }),
      }),
    pick: ({ message, choices }) => ask({ type: 'checkbox', message, choices, pageSize: 12, loop: false }),
  };
}

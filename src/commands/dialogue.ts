import { isCalendarDate } from '../core/calendar-date.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Invocation, languageOf, terminalOf, textLanguageOf } from '../invocation.ts';
import { type DialogueWords, loadDialogueWords } from '../render/messages/dialogue.ts';

import { printable } from '../render/printable.ts';
import { loadLayout } from '../render/terminal/layout.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { renderLine } from '../render/terminal/styled-line.ts';

interface Option<T> {
  readonly value: T;
  readonly name: string;
  readonly checked?: boolean;
}

/** A conversation with the person at the terminal, in their language and laid out for their terminal. */
export interface Dialogue {
  readonly language: Language;
  /** The language that the texts of models are shown in. */
  readonly textLanguage: string;
  readonly words: DialogueWords;
  /** A text; `check` says what is wrong with it. Without `isRequired` an empty answer skips. */
  readonly text: (message: string, options?: TextOptions) => Promise<string>;
  readonly date: (message: string, options?: { initial?: string; isRequired?: boolean }) => Promise<string>;
  readonly confirm: (message: string, initial: boolean) => Promise<boolean>;
  /** Asks for a last yes; anything else leaves with `cancelled`. */
  readonly confirmOrCancel: (message: string) => Promise<void>;
  readonly choose: <T>(message: string, choices: readonly Option<T>[], initial?: T) => Promise<T>;
  readonly pick: <T>(message: string, choices: readonly Option<T>[]) => Promise<T[]>;
  /** Shows something between two questions. */
  readonly say: (write: (page: Page) => void) => Promise<void>;
}

interface TextOptions {
  readonly initial?: string;
  readonly isRequired?: boolean;
  readonly check?: (answer: string) => true | string;
}

/** Opens a conversation on stderr; ^C at any question rejects with `cancelled`. */
export async function openDialogue(invocation: Invocation, own?: string): Promise<Dialogue> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang, own);
  const words = await loadDialogueWords(language);
  const prompts = await context.prompts(words.keys);
  const settings = terminalOf(invocation, context.stderr, language);
  // Every letter that a question may hold, so that what orders them is there from the start.
  const layout = await loadLayout(settings, language === 'he' ? 'א' : 'אa');
  const show = (text: string) => renderLine([{ text: printable(text) }], settings.direction, layout).text;
  const shown = <T>(choices: readonly Option<T>[]) =>
    choices.map((choice) => ({ ...choice, name: show(choice.name) }));
  const ask = (message: string, { initial, isRequired = false, check }: TextOptions = {}) =>
    prompts.text({
      message: show(message),
      ...(initial === undefined ? {} : { initial }),
      check: (answer) => {
        if (answer.trim() === '') return isRequired ? show(words.required) : true;
        const verdict = check?.(answer.trim()) ?? true;
        return verdict === true ? true : show(verdict);
      },
    });
  return {
    language,
    textLanguage: textLanguageOf(context, options.lang, own ?? language),
    words,
    text: ask,
    date: (message, dateOptions) =>
      ask(message, { ...dateOptions, check: (answer) => (isCalendarDate(answer) ? true : words.badDate) }),
    confirm: (message, initial) => prompts.confirm({ message: show(message), initial }),
    confirmOrCancel: async (message) => {
      if (!(await prompts.confirm({ message: show(message), initial: true })))
        throw new PartnerError('cancelled');
    },
    choose: (message, choices, initial) =>
      prompts.choose({
        message: show(message),
        choices: shown(choices),
        ...(initial === undefined ? {} : { initial }),
      }),
    pick: (message, choices) => prompts.pick({ message: show(message), choices: shown(choices) }),
    say: async (write) => {
      const page = createPage(settings);
      write(page);
      context.stderr.write(await page.render());
    },
  };
}

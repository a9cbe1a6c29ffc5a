import type { Context } from '../../context.ts';
import type { Proposal } from '../../core/completion/candidate.ts';
import { splitShellLine, unquotePowerShell } from '../../core/completion/shell-words.ts';
import { bashReply, describedReply, powerShellReply } from '../../render/completion/reply.ts';
import type { Rendered } from '../../render/rendered.ts';
import { askedOf } from './asked.ts';
import { readCommandLine } from './command-line.ts';
import { propose } from './propose.ts';

/**
 * Answers a shell whose user asks what could come next. `given` is what the shell's script hands over, each in
 * its own way: see templates/completion. Whatever goes wrong, the answer is that there is nothing to offer: a
 * message would land in the middle of what somebody is typing.
 */
export async function complete(given: readonly string[], context: Context): Promise<number> {
  const [shell = '', ...words] = given;
  const answer = Object.hasOwn(answers, shell) ? answers[shell] : undefined;
  try {
    if (answer !== undefined) context.stdout.write(await answer(words, context));
  } catch {
    return 1;
  }
  return 0;
}

type Answer = (given: readonly string[], context: Context) => Promise<Rendered>;

const answers: Readonly<Record<string, Answer>> = {
  // The line up to the cursor, and what of it a candidate takes the place of.
  bash: async ([line = '', replaced = ''], context) => {
    const words = splitShellLine(line, 'bash');
    const word = words.at(-1) ?? { value: '', quoting: 'plain', isEscaping: false };
    const before = words.slice(1, -1).map(({ value }) => value);
    return bashReply(await proposeAfter(before, word.value, context), { word, replaced });
  },
  // The words behind the command, the last one as far as it is typed.
  zsh: async (words, context) => {
    return describedReply(await proposeAfter(words.slice(0, -1), words.at(-1) ?? '', context));
  },
  // The line up to the cursor.
  fish: async ([line = ''], context) => {
    const words = splitShellLine(line, 'fish').map(({ value }) => value);
    const command = words.findIndex((word) => !fishPrefix.test(word));
    return describedReply(await proposeAfter(words.slice(command + 1, -1), words.at(-1) ?? '', context));
  },
  // The words behind the command as they are typed, in a variable, which no version of the shell spoils.
  powershell: async (_, context) => {
    const words: readonly unknown[] = JSON.parse(context.env.PARTNER_COMPLETION ?? '[]');
    const typed = words.map((word) => unquotePowerShell(String(word)));
    const last = typed.at(-1) ?? '';
    return powerShellReply(await proposeAfter(typed.slice(0, -1), last, context), last);
  },
};

// What may stand before a command in fish.
const fishPrefix = /^(?:\w+=.*|and|or|not|!|time|command|builtin|exec|begin|if|while)$/su;

function proposeAfter(before: readonly string[], word: string, context: Context): Promise<Proposal> {
  const line = readCommandLine(before, word);
  const typed = line.wanted.what === 'value' ? word.slice(line.wanted.prefix.length) : word;
  return propose(askedOf(context, line, typed));
}

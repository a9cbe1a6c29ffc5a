import { resolve } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import type { Invocation } from '../invocation.ts';
import { printable } from '../render/printable.ts';
import { type Rendered, renderLines } from '../render/rendered.ts';
import { writeOutput } from '../store/write-output.ts';

/** Says what was done, on stderr; nothing where only the result is wanted. */
export function tell({ context, quiet }: Invocation, sentence: string): void {
  if (!quiet) context.stderr.write(renderLines([printable(sentence)]));
}

/** The name of a file that means stdout, as for other programs. */
export const stdoutName = '-';

/** Writes a text to the file that was asked for and returns its path; else prints it, and returns undefined. */
export function handOut(invocation: Invocation, text: Rendered, out: string | undefined): string | undefined {
  if (out === undefined || out === stdoutName) {
    invocation.context.stdout.write(text);
    return undefined;
  }
  const file = resolve(invocation.folder, out);
  writeOutput(file, Buffer.from(text));
  return file;
}

/**
 * Writes what is nothing for a terminal or a line of text to the file that was asked for, else under a name
 * of its own, and then over nothing that stands there. Returns the path.
 */
export function handOutFile(
  invocation: Invocation,
  bytes: Uint8Array,
  out: string | undefined,
  ownName: string,
): string {
  if (out === stdoutName) throw new PartnerError('usage', { problem: noText, command: invocation.command });
  const file = resolve(invocation.folder, out ?? ownName);
  writeOutput(file, bytes, out === undefined ? () => false : undefined);
  return file;
}

const noText = {
  en: 'this form is no text and goes to a file: give --out a name, or leave it out',
  he: 'הצורה הזאת אינה טקסט ונכתבת לקובץ: יש לתת שם ב־--out, או להשמיט אותו',
};

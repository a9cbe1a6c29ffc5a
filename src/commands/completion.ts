import type { CommandOptions } from '../command-specs/command-spec.ts';
import { completionShells } from '../core/completion/shells.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type Invocation, printJson } from '../invocation.ts';
import { trusted } from '../render/printable.ts';
import { renderLines } from '../render/rendered.ts';
import { completionScript } from '../store/completion-script.ts';

/** `partner completion SHELL`: the script that teaches a shell what can come next on a command line. */
export async function completion(
  invocation: Invocation,
  args: readonly unknown[],
  _options: CommandOptions,
): Promise<number> {
  const name = String(args[0]);
  const shell = completionShells.find((known) => known === (name === 'pwsh' ? 'powershell' : name));
  if (shell === undefined) throw noSuchShell(name);
  const script = completionScript(shell, invocation.context.resources);
  if (invocation.json) printJson(invocation, { format: 1, shell, script });
  else invocation.context.stdout.write(renderLines(script.trimEnd().split('\n').map(trusted)));
  return 0;
}

function noSuchShell(name: string): PartnerError {
  const meant = nearest(name, completionShells);
  const shells = completionShells.join(', ');
  const problem = {
    en: `there is no completion for "${name}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}; there is one for ${shells}`,
    he: `אין השלמה ל־"${name}"${meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`}; יש ל־${shells}`,
  };
  return new PartnerError('usage', { problem, command: 'completion' });
}

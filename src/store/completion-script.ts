import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionShell } from '../core/completion/shells.ts';

const files: Readonly<Record<CompletionShell, string>> = {
  bash: 'partner.bash',
  zsh: '_partner',
  fish: 'partner.fish',
  powershell: 'partner.ps1',
};

/** The completion script of a shell; `resources` is what the build made. */
export function completionScript(shell: CompletionShell, resources: string): string {
  return readFileSync(join(resources, 'completion', files[shell]), 'utf8');
}

import type { CompletionShell } from '../core/completion/shells.ts';
import { readResource } from './resources.ts';

const files: Readonly<Record<CompletionShell, string>> = {
  bash: 'partner.bash',
  zsh: '_partner',
  fish: 'partner.fish',
  powershell: 'partner.ps1',
};

/** The completion script of a shell; `resources` is what the build made. */
export function completionScript(shell: CompletionShell, resources: string): string {
  return readResource(resources, `completion/${files[shell]}`);
}

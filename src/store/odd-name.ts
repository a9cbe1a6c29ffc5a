import path from 'node:path';
import { troubleOnWindows } from '../core/file-name.ts';
import { PartnerError } from '../core/partner-error.ts';

/**
 * Refuses a path that Windows would take for something else than the file or folder that is meant: a device
 * (`con`), a stream of another file (`a:b`), a name without its last dot. Throws `name-not-possible` (params
 * `file`, `name`, `why`). Elsewhere such names are as good as any.
 */
export function refuseOddName(file: string, rules = path): void {
  if (rules.sep === '/') return;
  const full = rules.resolve(file);
  const names = full.slice(rules.parse(full).root.length).split(rules.sep);
  for (const name of names) {
    const why = name === '' ? undefined : troubleOnWindows(name);
    if (why !== undefined) throw new PartnerError('name-not-possible', { file, name, why });
  }
}

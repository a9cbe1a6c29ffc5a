/** A partnership as far as its id goes. */
interface Identified {
  readonly dir: string;
  readonly id: string | null;
}

/**
 * The ids that more than one partnership has, each with the folders of all of them, in the order given. An id is
 * what a history, a calendar and an organisation's figures know a partnership by, so each must have its own.
 */
export function sharedIds(partnerships: Iterable<Identified>): Map<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const { dir, id } of partnerships) {
    if (id === null) continue;
    const known = folders.get(id);
    if (known === undefined) folders.set(id, [dir]);
    else known.push(dir);
  }
  return new Map([...folders].filter(([, dirs]) => dirs.length > 1));
}

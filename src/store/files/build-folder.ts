import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { type LockIdentity, lockIdentity, ownerState, type ProcessFacts } from './lock-identity.ts';
import { namesIn, randomName } from './temporary.ts';

/**
 * A path in `folder` for what this process builds there and puts in place once it is whole. Its name
 * says whose it is, so that there is no moment at which a build has no owner.
 */
export function buildFolderPath(folder: string, facts: ProcessFacts, fs: FileSystem): string {
  const self = lockIdentity(facts, fs);
  const parts = [placeOf(self), bootOf(self), self.pid, self.started ?? 0, randomName()];
  return join(folder, `.partner-new-${parts.join('-')}`);
}

/** The builds in `folder` whose owner is known to run no more, by their paths. */
export function abandonedBuilds(folder: string, facts: ProcessFacts, fs: FileSystem): string[] {
  const names = namesIn(folder, fs).filter((name) => pattern.test(name));
  if (names.length === 0) return [];
  const self = lockIdentity(facts, fs);
  return names.filter((name) => isAbandoned(name, self, facts, fs)).map((name) => join(folder, name));
}

const pattern = /^\.partner-new-([0-9a-f]{12})-([0-9a-f]{12})-(\d{1,10})-(\d{1,20})-[0-9a-f]{24}$/;

function isAbandoned(name: string, self: LockIdentity, facts: ProcessFacts, fs: FileSystem): boolean {
  const [, place, boot, pid, started] = pattern.exec(name) ?? [];
  if (place !== placeOf(self)) return false;
  const owner = {
    ...self,
    pid: Number(pid),
    ...(boot === bootOf(self) ? {} : { boot: 'another' }),
    ...(started === '0' ? {} : { started: started ?? '' }),
  };
  return ownerState(owner, self, facts, fs) === 'dead';
}

function placeOf({ host, machine = '', namespace = '' }: LockIdentity): string {
  return digest([host, machine, namespace].join('\n'));
}

function bootOf({ boot = '' }: LockIdentity): string {
  return digest(boot);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

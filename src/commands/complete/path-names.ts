import { isAbsolute, resolve } from 'node:path';
import type { Proposal } from '../../core/completion/candidate.ts';
import { namesIn } from '../../store/list-names.ts';
import type { Asked } from './asked.ts';

/**
 * Files or folders. A shell finds those by itself and in its own way; only behind `-C`, where paths are
 * relative to another folder than the one that the shell stands in, their names are looked up here.
 */
export function pathProposal(
  { folder, isElsewhere, typed, line }: Asked,
  paths: 'files' | 'folders',
): Proposal {
  const isOwn = line.wanted.what === 'value' && line.wanted.option.flags.startsWith('-C');
  if (!isElsewhere || isOwn || isAbsolute(typed) || typed.startsWith('~'))
    return { prefix: '', candidates: [], paths };
  const before = typed.slice(0, typed.lastIndexOf('/') + 1);
  const names = namesIn(resolve(folder, before), { hidden: typed.slice(before.length).startsWith('.') });
  return {
    prefix: '',
    candidates: names
      .filter(({ isFolder }) => isFolder || paths === 'files')
      .map(({ name, isFolder }) => ({ value: `${before}${name}${isFolder ? '/' : ''}` })),
  };
}

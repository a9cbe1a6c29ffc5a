/** What `--state` may ask for: a state, or the partnerships that can't be read. */
export const stateKeys = ['active', 'on_hold', 'institutionalised', 'closed', 'unreadable'] as const;

/** What a portfolio can be sorted by. */
export const sortKeys = [
  'urgency',
  'name',
  'dir',
  'stage',
  'state',
  'progress',
  'due',
  'overdue',
  'age',
  'review',
  'started',
  'problems',
] as const;

/** What a portfolio can be grouped by. */
export const groupKeys = ['stage', 'state', 'tag', 'model', 'partner', 'currency'] as const;

export type StateKey = (typeof stateKeys)[number];
export type SortKey = (typeof sortKeys)[number];
export type GroupKey = (typeof groupKeys)[number];

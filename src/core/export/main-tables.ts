/** The tables that people look for, in their order. */
export const mainTables: readonly string[] = [
  'stages',
  'checklist',
  'metrics',
  'observations',
  'contributions',
  'milestones',
  'partners',
  'reviews',
];

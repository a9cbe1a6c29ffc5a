import { nearest } from '../nearest.ts';
import { partners } from './partnership.ts';
import type { ListSection, Section } from './section.ts';
import { agreement, goals, principles, representatives } from './sections/building.ts';
import { exit, lessons, obligations } from './sections/concluding.ts';
import { candidates } from './sections/identifying.ts';
import { changes, contributions, issues, progress } from './sections/implementing.ts';
import { bodies, escalation, reporting, roles } from './sections/managing.ts';
import { observations } from './sections/measuring.ts';
import { activities, metrics, milestones, risks } from './sections/planning.ts';
import { needs, pledges } from './sections/resourcing.ts';
import { findings, health, membership } from './sections/reviewing.ts';
import { challenge, sources, stakeholders, vision } from './sections/scoping.ts';

/**
 * Every section that a stage file can hold, in the order of the ten stages. To add one: declare it
 * beside its kin in sections/ and name it here; validation, commands and docs follow.
 */
export const stageSections: readonly Section[] = [
  challenge,
  vision,
  sources,
  stakeholders,
  candidates,
  goals,
  principles,
  representatives,
  agreement,
  activities,
  milestones,
  metrics,
  risks,
  bodies,
  roles,
  reporting,
  escalation,
  needs,
  pledges,
  progress,
  contributions,
  issues,
  changes,
  observations,
  health,
  findings,
  membership,
  exit,
  obligations,
  lessons,
];

const byName: ReadonlyMap<string, Section> = new Map(
  [...stageSections, partners].map((section) => [section.name, section]),
);

/** The section of that name, `partners` included; `undefined` where there is none. */
export function findSection(name: string): Section | undefined {
  return byName.get(name);
}

/** The list section of that name; throws where the name is not one of ours, which is a bug. */
export function listSectionNamed(name: string): ListSection {
  const section = byName.get(name);
  if (section?.form !== 'list') throw new Error(`no list section is named ${name}`);
  return section;
}

/** The name of the section that a mistyped name most likely means. */
export function nearestSection(name: string): string | undefined {
  return nearest(name, byName.keys());
}

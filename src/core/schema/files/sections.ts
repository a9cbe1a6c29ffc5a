import type { DeclaredSection } from '../declare.ts';
import { agreement, goals, principles, representatives } from '../sections/building.ts';
import { exit, lessons, obligations } from '../sections/concluding.ts';
import { candidates } from '../sections/identifying.ts';
import { changes, contributions, issues, progress } from '../sections/implementing.ts';
import { bodies, escalation, reporting, roles } from '../sections/managing.ts';
import { observations } from '../sections/measuring.ts';
import { activities, metrics, milestones, risks } from '../sections/planning.ts';
import { needs, pledges } from '../sections/resourcing.ts';
import { findings, health, membership } from '../sections/reviewing.ts';
import { challenge, sources, stakeholders, vision } from '../sections/scoping.ts';

/**
 * Every section that a stage file can hold, in the order of the ten stages. To add one: declare it
 * beside its kin in sections/ and name it here; validation, commands and docs follow.
 */
export const declaredSections: readonly DeclaredSection[] = [
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

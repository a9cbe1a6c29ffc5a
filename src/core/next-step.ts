import type { Status } from './status.ts';

/** What to type next: the words after `partner`; capitals stand for what the person fills in. */
export type NextStep = readonly string[];

/**
 * The one command that brings the partnership on: what shuts the gate first, then the gate itself,
 * then a passed stage that has to be looked at again. Undefined where an ended partnership needs nothing.
 */
export function nextStepOf(status: Status): NextStep | undefined {
  const suspect = status.stages.find(({ state }) => state === 'suspect');
  if (status.current !== null) {
    const first = status.gate.missing.find(({ why }) => why !== 'invalid') ?? status.gate.missing[0];
    if (first === undefined) return suspect === undefined ? advance : reconfirm(suspect.stage);
    if (first.why === 'invalid') return ['validate'];
    if (first.why === 'no_decision') return ['set', 'exit', 'decision=DECISION', 'reason=WHY'];
    return ['check', first.item ?? '', '--evidence', 'PATH'];
  }
  return suspect === undefined ? undefined : reconfirm(suspect.stage);
}

const advance: NextStep = ['advance', '--reviewer', 'NAME:PARTNER'];

function reconfirm(stage: string): NextStep {
  return ['advance', '--decision', 'reconfirm', '--stage', stage, '--reason', 'WHY'];
}

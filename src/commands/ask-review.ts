import { gateOf } from '../core/gate.ts';
import { inLanguage } from '../core/model.ts';
import { checklistOf } from '../core/partnership.ts';
import type { ReviewRequest } from '../core/review-plan.ts';
import type { Decision } from '../core/schema/reviews.ts';
import { decisions } from '../core/schema/sections/words.ts';
import { invalidPartsOf } from '../core/status.ts';
import type { Invocation } from '../invocation.ts';
import type { LoadedPartnership } from '../store/load-partnership.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';
import { readReviewer } from './review-words.ts';

/**
 * Asks for what a review still lacks. `isWhole` asks for everything, as the flags said nothing; else
 * only for the reason and the stage that the decision cannot do without.
 */
export async function askReview(
  invocation: Invocation,
  loaded: LoadedPartnership,
  request: ReviewRequest,
  isWhole: boolean,
): Promise<ReviewRequest> {
  const dialogue = await openDialogue(invocation, loaded.partnership.language);
  const { words } = dialogue;
  const decision = isWhole ? await askDecision(dialogue, loaded) : request.decision;
  const places = await askPlaces(dialogue, loaded, { ...request, decision });
  const waivers = isWhole && decision === 'advance' ? await askWaivers(dialogue, loaded) : request.waivers;
  const asked: ReviewRequest = { ...request, ...places, decision, waivers };
  const reason =
    decision === 'advance'
      ? request.reason
      : (request.reason ?? (await dialogue.text(words.advance.reason, { isRequired: true })));
  if (!isWhole) return { ...asked, reason };
  const names = await dialogue.text(words.advance.reviewers);
  const reviewers = names
    .split(',')
    .filter((name) => name.trim() !== '')
    .map(readReviewer);
  const nextReview = await dialogue.date(words.advance.nextReview);
  const complete = {
    ...asked,
    reason,
    reviewers,
    waivers: waivers.map((waiver) => ({
      ...waiver,
      ...(reviewers[0] === undefined ? {} : { by: reviewers[0].name }),
    })),
    nextReview: nextReview === '' ? undefined : nextReview,
  };
  await dialogue.confirmOrCancel(words.advance.write);
  return complete;
}

async function askDecision(
  dialogue: Dialogue,
  { partnership, journey }: LoadedPartnership,
): Promise<Decision> {
  const current = partnership.stages[journey.current?.index ?? -1];
  const anyPassed = journey.stages.some(({ passed }) => passed);
  // An ended partnership can only be reopened, or have a passed stage looked at again.
  const possible = decisions.filter((decision) =>
    decision === 'reconfirm' ? anyPassed : current !== undefined || decision === 'return',
  );
  const title =
    current === undefined ? partnership.name : inLanguage(current.stage.title, partnership.language);
  const choices = possible.map((value) => ({ value, name: dialogue.words.advance.decisions[value] }));
  return dialogue.choose(dialogue.words.advance.decision(title), choices);
}

async function askPlaces(
  dialogue: Dialogue,
  { partnership, journey }: LoadedPartnership,
  { decision, to, stage }: ReviewRequest,
): Promise<Pick<ReviewRequest, 'to' | 'stage'>> {
  const choices = (isChoice: (index: number) => boolean) =>
    partnership.stages
      .filter(({ number }) => isChoice(number - 1))
      .map((record) => ({
        value: record.stage.id,
        name: `${record.number}. ${inLanguage(record.stage.title, dialogue.textLanguage)}`,
      }));
  if (decision === 'return' && to === undefined) {
    const last = journey.current?.index ?? partnership.stages.length - 1;
    return {
      to: await dialogue.choose(
        dialogue.words.advance.to,
        choices((index) => index <= last),
      ),
      stage,
    };
  }
  if (decision === 'reconfirm' && stage === undefined) {
    const passed = choices((index) => journey.stages[index]?.passed === true);
    return { to, stage: await dialogue.choose(dialogue.words.advance.stage, passed) };
  }
  return { to, stage };
}

async function askWaivers(dialogue: Dialogue, loaded: LoadedPartnership): Promise<ReviewRequest['waivers']> {
  const { partnership, journey, diagnostics } = loaded;
  const record = partnership.stages[journey.current?.index ?? -1];
  if (record === undefined) return [];
  const texts = new Map(checklistOf(record, partnership.language).map((line) => [line.id, line.text]));
  const waivers: ReviewRequest['waivers'] = [];
  for (const { item } of gateOf(partnership, record, invalidPartsOf(diagnostics, record)).missing) {
    if (item === null) continue;
    const reason = await dialogue.text(dialogue.words.advance.waive(texts.get(item) ?? item));
    if (reason.trim() !== '') waivers.push({ item, reason: reason.trim() });
  }
  return waivers;
}

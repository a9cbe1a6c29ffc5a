import type { Change } from '../core/history/change.ts';
import type { Commit, Signature } from '../core/history/commit.ts';
import type { HistoryEvent } from '../core/history/events.ts';
import type { Proof } from '../core/history/proof.ts';
import type { StageRound } from '../core/history/rounds.ts';
import { describeChange } from './change-text.ts';
import { withoutMarks } from './terminal/bidi.ts';
import type { ChangeTexts } from './value-text.ts';

/** A change as JSON, with its sentence in the reader's language. */
export function changeJson(change: Change, texts: ChangeTexts) {
  const { kind, stage, subject, from, to, unreadable = false } = change;
  const text = withoutMarks(describeChange(change, texts));
  return { kind, stage, subject, from, to, text, unreadable };
}

// git's letters, as words that scripts can keep to.
const signatureWords: Readonly<Record<string, string>> = {
  G: 'good',
  U: 'good_untrusted',
  B: 'bad',
  X: 'expired',
  Y: 'expired_key',
  R: 'revoked_key',
  E: 'unchecked',
  N: 'none',
};

/** An event as JSON, format 1. What is not committed yet has no commit, author or time. */
export function eventJson(event: HistoryEvent, texts: ChangeTexts) {
  const { commit } = event;
  return {
    at: commit?.at ?? null,
    commit: commit?.oid ?? null,
    author: commit?.author ?? null,
    email: commit?.email ?? null,
    committed: commit !== null,
    ...changeJson(event, texts),
    message: commit?.subject ?? null,
    signature: signatureJson(commit?.signature ?? null),
  };
}

function signatureJson(signature: Signature | null) {
  if (signature === null) return null;
  return { status: signatureWords[signature.letter] ?? 'unchecked', signer: signature.signer };
}

/** A round of a stage as JSON. */
export function roundJson({ from, to, ...round }: StageRound, events: number) {
  return { ...round, from, to, events };
}

/** The proof of one review as JSON. */
export function proofJson(proof: Proof) {
  const { commit, reasons, ...facts } = proof;
  return {
    ...facts,
    commit: commit?.oid ?? null,
    at: commit?.at ?? null,
    author: commit?.author ?? null,
    reasons: reasons.map(({ code, missing = [], fields = [], commit: by }) => ({
      code,
      missing,
      fields,
      commit: nameOf(by),
    })),
  };
}

function nameOf(commit: Commit | undefined): string | null {
  return commit?.oid ?? null;
}

import { distance } from 'fastest-levenshtein';

/** Finds the known word that a mistyped one most likely means; `undefined` where none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  return nearestFew(word, known, 1)[0];
}

/** The known words near a mistyped one, nearest first, at most `most` of them. */
export function nearestFew(word: string, known: Iterable<string>, most: number): string[] {
  const wanted = word.normalize('NFC').toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(known)]
    .map((candidate) => ({ candidate, steps: stepsBetween(wanted, candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

// A word that only begins or ends the known one ("due" for "due-diligence") is nearer than its length says.
function stepsBetween(wanted: string, candidate: string): number {
  const whole = distance(wanted, candidate);
  const isPart = wanted.length >= 3 && (candidate.startsWith(wanted) || candidate.endsWith(wanted));
  return isPart ? Math.min(whole, 2) : whole;
}

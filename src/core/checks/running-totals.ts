// Fewer figures than this rise by chance: three in a row do in one case of six.
const fewestFigures = 4;
// With a target to hold them against, three are enough.
const fewestWithTarget = 3;

/**
 * Says whether the figures of a metric that is summed look like running totals: each was read off a
 * counter that goes on, and summing them counts the first month again every month. Two signs of it, for
 * figures in the order of their dates that never fall and end higher than they began (zeros at the
 * beginning are passed over):
 *
 * - four or more of them rise by at least half of the first one at each step on average. A counter
 *   does: what comes on top is as large as what came first. A programme that grows by less than
 *   half of its first month every month is not told.
 * - three or more of them sum to over twice the target, while none alone is much above it (a quarter).
 *
 * What is missed: a counter whose additions dwindle, where there is no target.
 */
export function runsTotals(values: readonly number[], target: number | undefined): boolean {
  const beginning = values.findIndex((value) => value !== 0);
  const figures = beginning === -1 ? [] : values.slice(beginning);
  const [first = 0, last = 0] = [figures[0], figures.at(-1)];
  const neverFalls = figures.every((value, index) => index === 0 || value >= (figures[index - 1] ?? 0));
  if (first <= 0 || last <= first || !neverFalls) return false;
  const steps = figures.length - 1;
  if (figures.length >= fewestFigures && last - first >= steps * first * 0.5) return true;
  if (target === undefined || target <= 0 || figures.length < fewestWithTarget) return false;
  const sum = figures.reduce((total, value) => total + value, 0);
  return last <= target * 1.25 && sum > target * 2;
}

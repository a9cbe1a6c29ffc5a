/** Draws that a seed decides: the same seed, the same draws (mulberry32, by Tommy Ettinger, public domain). */
export function chanceOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    /** A whole number from 0 to one less than `limit`. */
    below,
    percent: (share) => next() * 100 < share,
    of: (list) => list[below(list.length)],
    letters: (count) =>
      Array.from({ length: count }, () => 'abcdefghjkmnpqrstuvwxyz23456789'[below(31)]).join(''),
  };
}

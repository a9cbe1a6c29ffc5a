import type { Buffer } from 'node:buffer';

/** How many bytes two files begin with in common: whole stretches first, then byte by byte. */
export function commonLength(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (const stretch of stretches) {
    while (at + stretch <= most && a.compare(b, at, at + stretch, at, at + stretch) === 0) at += stretch;
  }
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** How many bytes, at most so many, two files end with in common. */
export function commonEnd(a: Buffer, b: Buffer, most: number): number {
  let length = 0;
  const isNextSame = (stretch: number) => {
    const [inA, inB] = [a.length - length, b.length - length];
    return a.compare(b, inB - stretch, inB, inA - stretch, inA) === 0;
  };
  for (const stretch of stretches) {
    while (length + stretch <= most && isNextSame(stretch)) length += stretch;
  }
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

const stretches = [8192, 512];

/**
 * A sum over bytes that tells them from what was lost or spoiled of them; `before` is that of the bytes before
 * them, if their number was a multiple of four. FNV-1a, over numbers of four bytes: a spoiled number is always found,
 * and nothing has to be loaded or made for it, as for the tables of a CRC.
 */
export function checkSum(bytes: Uint8Array, before = sumOfNothing): number {
  const whole = bytes.length >> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const numbers = new Int32Array(aligned.buffer, aligned.byteOffset, whole);
  let sum = before;
  // By number: V8 makes an object for each step of an iterator.
  for (let at = 0; at < whole; at += 1) sum = Math.imul(sum ^ (numbers[at] as number), prime);
  for (let at = whole * 4; at < bytes.length; at += 1) sum = Math.imul(sum ^ (bytes[at] as number), prime);
  return sum;
}

// Both of http://www.isthe.com/chongo/tech/comp/fnv/, for 32 bits.
const sumOfNothing = 0x811c9dc5 | 0;
const prime = 0x01000193;

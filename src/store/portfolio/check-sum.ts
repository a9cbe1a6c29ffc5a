import { crc32 } from 'node:zlib';

/** Fewer are summed up here, before zlib and the streams that it brings would be loaded. */
const few = 32_768;

/** The CRC-32 of bytes (as in zlib, gzip and PNG); `before` is that of the bytes before them. */
export function checkSum(bytes: Uint8Array, before = 0): number {
  if (bytes.length > few) return crc32(bytes, before);
  let sum = ~before;
  for (const byte of bytes) sum = (sum >>> 8) ^ (remainders[(sum ^ byte) & 0xff] as number);
  return ~sum >>> 0;
}

// Of each byte, divided by the polynomial of CRC-32 with its bits reversed.
const polynomial = 0xedb88320;
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1)
    remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
  return remainder;
});

/** A thread takes as long to start as this many folders take to read. */
const leastForThreads = 48;

/** Says whether a run over so many folders takes long enough that it pays to prepare for it. */
export function areMany(folders: number): boolean {
  return folders >= leastForThreads;
}

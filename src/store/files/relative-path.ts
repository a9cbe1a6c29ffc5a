/** Whether a path, relative with `/`, leads to something below where it starts and nowhere else. */
export function isBelow(path: string): boolean {
  return (
    path !== '' &&
    !/^[A-Za-z]:/.test(path) &&
    path.split(/[/\\]/).every((step) => !['', '.', '..'].includes(step))
  );
}

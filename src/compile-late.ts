/**
 * V8 makes machine code of what is hot, on threads of its own. In a run of two seconds that takes a quarter of the time
 * of all processors and hardly comes to pay: what is hot is compiled several times, each time for the shapes that
 * were seen until then. What a function must have run before: in Node 20 so many bytes of its bytecode, in Node 22
 * so many calls (src/flags/flag-definitions.h of each V8). Later versions have a compiler in between, which takes
 * less, and nothing is gained there.
 */
const settings: Readonly<Record<string, { readonly flag: string; readonly usual: number }>> = {
  '11.3': { flag: '--interrupt-budget', usual: 66 * 1_024 },
  '12.4': { flag: '--invocation-count-for-turbofan', usual: 3_000 },
};

// Tried from 2 to 16 times the usual over 1,000 and 10,000 partnerships.
const lateness = 8;

let isLate = false;

/** Lets V8 compile later than usual, all threads of the process; for runs over many files. */
export function compileLate(): void {
  set(true);
}

/**
 * As before. V8 only takes up code that was kept under the very settings that it has, so what is kept at the end of
 * a run is kept under the usual ones.
 */
export function compileAsUsual(): void {
  set(false);
}

function set(late: boolean): void {
  if (late === isLate) return;
  isLate = late;
  const setting = settings[process.versions.v8.split('.', 2).join('.')];
  if (setting === undefined) return;
  const { flag, usual } = setting;
  process.getBuiltinModule('node:v8').setFlagsFromString(`${flag}=${late ? lateness * usual : usual}`);
}

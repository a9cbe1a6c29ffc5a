/**
 * V8 makes machine code of what is hot, on threads of its own, once some 66 KB of a function's bytecode were run. In
 * a run of two seconds that takes a quarter of the time of all processors and hardly comes to pay: what is hot
 * is compiled several times, each time for the shapes that were seen until then. Source: `interrupt_budget` in
 * src/flags/flag-definitions.h of V8 11.3.
 */
const usual = 66 * 1_024;

// Tried from 2 to 16 times the usual over 1,000 and 10,000 partnerships.
const late = 8 * usual;

/** Lets V8 compile later than usual, all threads of the process; for runs over many files. */
export function compileLate(): void {
  setBudget(late);
}

/**
 * As before. V8 only takes up code that was kept under the very settings that it has, so what is kept at the end of
 * a run is kept under the usual ones.
 */
export function compileAsUsual(): void {
  setBudget(usual);
}

let budget = usual;

function setBudget(bytes: number): void {
  // Later versions than that of Node 20 have a compiler in between, which takes less.
  if (budget === bytes || !process.versions.v8.startsWith('11.')) return;
  budget = bytes;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${bytes}`);
}

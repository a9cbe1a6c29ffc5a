/**
 * Runs the program to its exit code. Without a handler a signal ends it in the middle of a write, and its lock
 * and its temporary file stay behind for the next command to clear up. With one it ends between two steps: a
 * write is one step. SIGBREAK is ^Break of Windows, and its number there; elsewhere it never comes.
 */
exports.start = async function start(program, argv) {
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGBREAK', 21],
  ]) {
    process.once(signal, () => process.exit(128 + number));
  }
  process.exitCode = await program.runProcess(argv);
};

// Loaded into the built program by `node --require`, so that the program itself has no door for tests:
// counts its file operations below PARTNER_FAULT_ROOT and lets PARTNER_FAULT_KIND happen at number
// PARTNER_FAULT_AT (from 1). PARTNER_FAULT_LOG gets the list of operations when the program ends.
const fs = require('node:fs');

const { PARTNER_FAULT_ROOT: root, PARTNER_FAULT_KIND: kind, PARTNER_FAULT_LOG: log } = process.env;
const at = Number(process.env.PARTNER_FAULT_AT ?? 0);
const errnos = { ENOSPC: -28, EDQUOT: -122, EIO: -5, EROFS: -30, EACCES: -13, EMFILE: -24, EXDEV: -18 };
const { appendFileSync, writeSync } = fs;
const operations = [];
const ours = new Set();

// Ids of reviews are random: two runs of one command are to write the same bytes.
Math.random = () => 0.5;

const onPaths = [
  ...['access', 'open', 'lstat', 'stat', 'rename', 'link', 'unlink', 'mkdir', 'rmdir', 'rm', 'readdir'],
  ...['readlink', 'exists', 'readFile', 'writeFile', 'appendFile', 'copyFile', 'cp', 'mkdtemp', 'symlink'],
  ...['truncate', 'chmod', 'chown', 'lchown', 'utimes', 'opendir'],
];
const onDescriptors = [
  'read',
  'write',
  'fsync',
  'fdatasync',
  'close',
  'fstat',
  'fchmod',
  'fchown',
  'ftruncate',
];
const reading = [
  'access',
  'lstat',
  'stat',
  'readdir',
  'readlink',
  'exists',
  'readFile',
  'realpath',
  'opendir',
];
const harmless = [...reading, 'read', 'fsync', 'fdatasync', 'close', 'fstat'];

function isBelow(path) {
  return typeof path === 'string' && (path === root || path.startsWith(`${root}/`));
}

function changes(name, args) {
  if (name === 'open') return args[1] === 'w' || (args[1] & fs.constants.O_CREAT) !== 0;
  return !harmless.includes(name);
}

function wrap(name, real, isConcerned) {
  return (...args) => {
    if (!isConcerned(args)) return real(...args);
    operations.push({ name, changes: changes(name, args) });
    if (operations.length === at) {
      const answer = strike(name, real, args);
      if (answer !== undefined) return answer.value;
    }
    const value = real(...args);
    if (name === 'open') ours.add(value);
    if (name === 'close') ours.delete(args[0]);
    return value;
  };
}

function strike(name, real, args) {
  const errno = errnos[kind];
  if (errno !== undefined) {
    // A close that fails has closed all the same; existsSync tells of no error.
    if (name === 'close') real(...args);
    if (name === 'exists') return { value: false };
    const code = kind === 'EDQUOT' ? 'UNKNOWN' : kind;
    throw Object.assign(new Error(`${code}: injected, ${name}`), { code, errno, syscall: name });
  }
  if (name === 'write' && (kind === 'half' || kind === 'short')) {
    const [fd, buffer, offset, length] = args;
    const count = writeSync(fd, buffer, offset, Math.floor(length / 2));
    if (kind === 'short') return { value: count };
  }
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

for (const name of onPaths) {
  const real = fs[`${name}Sync`];
  fs[`${name}Sync`] = wrap(name, real, (args) => isBelow(args[0]) || isBelow(args[1]));
}
for (const name of onDescriptors) {
  const real = fs[`${name}Sync`];
  fs[`${name}Sync`] = wrap(name, real, (args) => ours.has(args[0]));
}
const { realpathSync } = fs;
fs.realpathSync = Object.assign(
  wrap('realpath', realpathSync, ([path]) => isBelow(path)),
  {
    native: wrap('realpath', realpathSync.native, ([path]) => isBelow(path)),
  },
);

if (log !== undefined) process.on('exit', () => appendFileSync(log, JSON.stringify(operations)));

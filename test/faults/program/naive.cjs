// Programs that must not pass: each changes a partnership the way that many tools do. Were a sweep to
// find no fault in them, it would prove nothing. `node naive.cjs MODE`, in the partnership's folder.
const fs = require('node:fs');

const stage = 'stages/01-scoping.yaml';
const changed = (bytes) => Buffer.concat([bytes, Buffer.from('# changed\n'.repeat(20))]);

const modes = {
  // Opens the file, which empties it, and writes.
  inPlace() {
    const bytes = changed(fs.readFileSync(stage));
    const fd = fs.openSync(absolute(stage), 'w');
    fs.writeSync(fd, bytes, 0, bytes.length);
    fs.closeSync(fd);
  },
  // A temporary and a rename, with one write whose count nobody looks at.
  oneWrite: () => renamed(stage),
  // Three files, each in the safest way, and all three together in none.
  threeFiles: () => [stage, 'partnership.yaml', 'reviews.yaml'].forEach(renamed),
};

function renamed(file) {
  const bytes = changed(fs.readFileSync(file));
  const temporary = absolute(`${file}.tmp`);
  const fd = fs.openSync(temporary, 'w');
  fs.writeSync(fd, bytes, 0, bytes.length);
  fs.fsyncSync(fd);
  fs.closeSync(fd);
  fs.renameSync(temporary, absolute(file));
}

function absolute(file) {
  return `${process.cwd()}/${file}`;
}

modes[process.argv[2]]();

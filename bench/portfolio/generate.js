// Makes a folder of partnerships as a network or a municipality would have them: Hebrew and English, at every
// stage, some late, on hold or ended, a few with problems. `node bench/portfolio/generate.js DIR COUNT [SEED]`.
// The same seed makes the same files, byte for byte. What a file says comes from the model and is written by the
// program's own emitter and sealed by its own seal, so that nothing but the intended slips is wrong with it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chanceOf } from './chance.js';
import { sectionsOf } from './sections.js';
import { wordsIn } from './words.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const regions = ['north', 'south', 'centre', 'coast', 'valley', 'hills', 'harbour', 'old-town'];

/** Writes `count` partnerships below `folder`; gives how many files and bytes that are. */
export async function generatePortfolio(folder, count, seed = 1) {
  const parts = await programParts();
  const figures = { partnerships: count, files: 0, bytes: 0 };
  for (let index = 0; index < count; index += 1) {
    const region = regions[index % regions.length];
    const own = join(folder, region, `p-${String(index).padStart(5, '0')}`);
    mkdirSync(join(own, 'stages'), { recursive: true });
    for (const [name, text] of partnershipFiles(parts, index, seed)) {
      writeFileSync(join(own, name), text);
      figures.files += 1;
      figures.bytes += Buffer.byteLength(text);
    }
  }
  return figures;
}

/** The program's own parts that the files are made with. */
async function programParts() {
  const folder = mkdtempSync(join(tmpdir(), 'partner-generate-'));
  const outfile = join(folder, 'parts.cjs');
  const contents = [
    "export { newPartnershipFiles } from './src/core/scaffold.ts';",
    "export { sealOf } from './src/core/seal.ts';",
    "export { sectionsOfStage } from './src/core/schema/model-sections.ts';",
    "export { addDays } from './src/core/calendar-date.ts';",
    "export { emitYaml } from './src/store/yaml/emit.ts';",
  ].join('\n');
  await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: 'node', outfile });
  const parts = createRequire(import.meta.url)(outfile);
  rmSync(folder, { recursive: true });
  const model = JSON.parse(readFileSync(join(root, 'dist', 'models', 'iblf-10.json'), 'utf8'));
  return { ...parts, model };
}

/** The files of one partnership: names and texts. */
function partnershipFiles(parts, index, seed) {
  const { model, newPartnershipFiles, emitYaml } = parts;
  const chance = chanceOf(seed * 1_000_003 + index);
  const language = chance.percent(50) ? 'he' : 'en';
  const words = wordsIn(language, chance);
  const plan = planOf(parts, chance);
  const partners = words.partners(2 + chance.below(4)).map((partner, at) => ({
    ...partner,
    ...(at === 0 ? {} : { joined: plan.started }),
  }));
  const files = newPartnershipFiles({
    ...{ id: `p-${String(index).padStart(5, '0')}`, name: words.project(), language, model, partners },
    ...{ started: plan.started, currency: chance.of(['ILS', 'ILS', 'EUR', 'GBP']) },
  });
  const stages = model.stages.map((stage, at) =>
    filledStage(files[at].data, stage, at, { parts, chance, words, plan, partners }),
  );
  const reviews = reviewsOf(parts, stages, plan, words, chance);
  const slip = chance.percent(2);
  return files.map(({ file, comment, data }, at) => {
    let filled = stages[at] ?? data;
    if (file === 'reviews.yaml') filled = { reviews };
    if (file === 'partnership.yaml') filled = { ...data, tags: [words.area()] };
    if (slip && at === 4) filled = { ...filled, owner: '', duee: '2026-02-30' };
    const head = comment.map((line) => `# ${line}\n`).join('');
    return [file, head + emitYaml(filled, { indent: 2, eol: '\n' })];
  });
}

/** How far a partnership got, and on which days it left its stages. */
function planOf({ model, addDays }, chance) {
  const started = addDays('2023-03-01', chance.below(1_200));
  const most = model.stages.length;
  const left = [];
  let day = started;
  const passed = Math.min(most, chance.below(most + 2));
  while (left.length < passed) {
    const next = addDays(day, 14 + chance.below(90));
    if (next > '2026-11-10') break;
    left.push(next);
    day = next;
  }
  const due = addDays(day, 20 + chance.below(80));
  return { started, left, due, entered: day, isOnHold: chance.percent(5) };
}

function filledStage(data, stage, at, { parts, chance, words, plan, partners }) {
  const day = plan.left[at];
  const isReached = at <= plan.left.length;
  const checklist = data.checklist.map((item) => {
    const isDone = day !== undefined ? item.required || chance.percent(60) : isReached && chance.percent(50);
    if (!isDone) return item;
    const ticked = parts.addDays(day ?? plan.entered, day === undefined ? 1 : -(1 + chance.below(10)));
    const [, on] = [plan.started, ticked].sort();
    const done = { ...item, done: true, on, by: words.person() };
    return chance.percent(70) ? { ...done, evidence: [`docs/${item.id}.pdf`] } : done;
  });
  const reached = isReached ? { owner: words.person(), due: day ?? plan.due } : {};
  const sections = isReached
    ? sectionsOf(stage.id, { chance, words, partners, plan, addDays: parts.addDays })
    : {};
  return { stage: data.stage, title: data.title, ...reached, checklist, ...sections };
}

function reviewsOf(
  { model, sealOf, sectionsOfStage },
  stages,
  { left, isOnHold, due, entered },
  words,
  chance,
) {
  const passed = left.map((date, at) => {
    const stage = model.stages[at];
    const next = left[at + 1] ?? due;
    return {
      ...{ id: `${date}-${stage.id}-${chance.letters(4)}`, stage: stage.id, round: 1, date },
      ...{ decision: 'advance', reviewers: [{ name: words.reviewer() }, { name: words.reviewer() }] },
      ...(chance.percent(30) ? { notes: words.sentence() } : {}),
      ...(chance.percent(20)
        ? {
            conditions: [
              { text: words.sentence(), owner: words.person(), due: next, met: chance.percent(70) },
            ],
          }
        : {}),
      ...{
        next_review: next,
        seal: sealOf(stages[at], sectionsOfStage(model, stage)),
      },
    };
  });
  const stage = model.stages[left.length];
  if (!isOnHold || stage === undefined) return passed;
  const hold = {
    ...{ id: `${entered}-${stage.id}-${chance.letters(4)}`, stage: stage.id, round: 1, date: entered },
    ...{ decision: 'hold', reviewers: [{ name: words.reviewer() }], reason: words.sentence() },
    ...{
      next_review: due,
      seal: sealOf(stages[left.length], sectionsOfStage(model, stage)),
    },
  };
  return [...passed, hold];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '1000', seed = '1'] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('usage: node bench/portfolio/generate.js DIR [COUNT] [SEED]');
    process.exitCode = 2;
  } else {
    const { partnerships, files, bytes } = await generatePortfolio(folder, Number(count), Number(seed));
    console.log(`${partnerships} partnerships, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
  }
}

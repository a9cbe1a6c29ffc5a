import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { equalData } from '../../src/core/equal-data.ts';
import { editYaml } from '../../src/store/yaml/edit.ts';
import { readYaml } from '../../src/store/yaml/read.ts';
import { contradict, type Deed, type Dice, diceOf, randomDeed } from './random-edits.ts';

/** Two people who went on from one file. */
export interface Pair {
  readonly file: string;
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
  readonly ourDeeds: readonly Deed[];
  readonly theirDeeds: readonly Deed[];
  readonly contradicts: boolean;
}

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.yaml$/.test(name) && !name.includes('models'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(examples, name), 'utf8') }));

/** Two random courses of one to three deeds each on a file of the examples; the same for the same seed. */
export function pairOf(seed: number): Pair {
  const dice = diceOf(seed);
  const { name, text } = dice.pick(files);
  const base = bytes(laidOut(text, dice));
  const data = readYaml(base).data;
  const ours = person(base, data, dice);
  const theirs = person(base, data, dice);
  return {
    file: name,
    base,
    ours: dice.below(4) === 0 ? commented(ours.bytes, dice) : ours.bytes,
    theirs: theirs.bytes,
    ourDeeds: ours.deeds,
    theirDeeds: theirs.deeds,
    contradicts: contradict(ours.all, theirs.all, data),
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (given: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(given);

/** The same data as people lay it out: with other line ends, a BOM, no last line end, blank lines between entries. */
function laidOut(text: string, dice: Dice): string {
  const spaced = dice.below(6) === 0 ? text.replace(/\n {2}- id:/g, '\n\n  - id:') : text;
  const open = dice.below(8) === 0 ? spaced.trimEnd() : spaced;
  const ended = dice.below(8) === 0 ? open.replaceAll('\n', '\r\n') : open;
  return dice.below(12) === 0 ? `\uFEFF${ended}` : ended;
}

function commented(given: Uint8Array, dice: Dice): Uint8Array {
  const lines = textOf(given).split('\n');
  const at = lines.findIndex((line, index) => index > dice.below(lines.length) && /^\S+:/.test(line));
  const eol = lines[0]?.endsWith('\r') ? '\r' : '';
  return at < 1
    ? given
    : bytes(lines.toSpliced(at, 0, `# a remark of ours ${dice.below(1000)}${eol}`).join('\n'));
}

interface Person {
  readonly bytes: Uint8Array;
  readonly all: readonly Deed[];
  /** Those that were not undone by the same person. */
  readonly deeds: readonly Deed[];
}

function person(base: Uint8Array, baseData: unknown, dice: Dice): Person {
  const all: Deed[] = [];
  let [now, data] = [base, baseData];
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const deed = randomDeed(data, dice);
    // Who sets a thing twice means the last value only, which may be that of the start.
    if (all.some(({ touches }) => [...deed.touches.keys()].some((place) => touches.has(place)))) continue;
    const edited = editYaml(now, deed.edits(data));
    [now, data] = [edited.bytes, edited.data];
    all.push(deed);
  }
  return { bytes: now, all, deeds: all.filter(({ stands }) => stands(data)) };
}

/** A file whose conflicts were all decided for one side. */
function decidedFor(side: 'ours' | 'theirs', merged: Uint8Array): Uint8Array {
  const choice = side === 'ours' ? '$1' : '$2';
  return bytes(
    textOf(merged).replace(/<{7} ours\r?\n([\s\S]*?)={7}\r?\n([\s\S]*?)>{7} theirs\r?\n/g, choice),
  );
}

/**
 * What is wrong with a merge of a pair, in words; `undefined` where nothing is. `swapped` is the merge of
 * the same two with the sides exchanged.
 */
export function faultOf(pair: Pair, merged: Uint8Array, swapped: Uint8Array): string | undefined {
  const isMarked = textOf(merged).includes('<<<<<<< ours');
  if (isMarked !== textOf(swapped).includes('<<<<<<< ours')) return 'one order is marked, the other not';
  if (pair.contradicts !== isMarked) return isMarked ? 'a false conflict' : 'a conflict that was not seen';
  for (const [side, deeds] of [
    ['ours', pair.ourDeeds],
    ['theirs', pair.theirDeeds],
  ] as const) {
    const reading = readYaml(decidedFor(side, merged));
    if (reading.data === undefined) return `decided for ${side} it cannot be read`;
    if (!deeds.every(({ stands }) => stands(reading.data))) return `an edit of ${side} is lost`;
    const other = readYaml(decidedFor(side === 'ours' ? 'theirs' : 'ours', swapped)).data;
    if (!equalData(reading.data, other)) return `the orders differ, decided for ${side}`;
  }
  return lostLines(pair, merged);
}

/** Lines that ours has once and of which theirs took none, or comments of ours, that are gone. */
function lostLines({ base, ours, theirs }: Pair, merged: Uint8Array): string | undefined {
  const [was, mine, other, now] = [linesOf(base), linesOf(ours), linesOf(theirs), linesOf(merged)];
  const count = (lines: readonly string[], line: string) => lines.filter((one) => one === line).length;
  // A list on one line is another line with what both added to it.
  const lost = mine
    .filter((line) => !now.includes(line) && count(mine, line) === 1 && !/^ *evidence: \[/.test(line))
    .filter((line) => {
      const theirCount = count(other, line);
      return line.trim().startsWith('#') || (theirCount > 0 && theirCount === count(was, line));
    });
  return lost.length === 0 ? undefined : `lines of ours are gone: ${lost.join(' | ')}`;
}

// The last line of a file may get a line end.
const linesOf = (given: Uint8Array) => textOf(given).trimEnd().split(/\r?\n/);

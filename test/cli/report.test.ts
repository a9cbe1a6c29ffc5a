import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { atTerminal } from '../commands/context.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';
import { program, run, runJson } from './program.ts';

let folder: string;
const day = { PARTNER_TODAY: '2026-11-20' };

beforeEach(() => {
  folder = join(newFolder(), 'harbour');
  cpSync(exampleFolder('harbour-skills'), folder, { recursive: true });
});

describe('partner report', () => {
  it('prints a page into a pipe, in the language that is asked for', () => {
    const { code, out, err } = run(folder, ['report', '--lang', 'he'], day);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^<!doctype html>\n<html lang="he" dir="rtl">/);
    expect(out).toMatch(/<\/html>\n$/);
    expect(out).not.toContain('<script');
  });

  it('has in JSON the very figures of metrics, and the status as status tells it', () => {
    const report = runJson(folder, ['report'], day).json as {
      measurement: Record<string, unknown>;
      gate: unknown;
    };
    const metrics = runJson(folder, ['metrics'], day).json as Record<string, unknown>;
    const status = runJson(folder, ['status'], day).json as { gate: unknown };
    for (const [key, value] of Object.entries(report.measurement)) {
      expect(JSON.stringify(value)).toBe(JSON.stringify(metrics[key]));
    }
    expect(Object.keys(report.measurement)).toContain('ratios');
    expect(report.gate).toEqual(status.gate);
  });

  it.each([
    ['report.html', /^<!doctype html>/],
    ['report.md', /^# Harbour Skills\n/],
    ['report.json', /^\{\n {2}"format": 1,/],
  ])('takes the form from the name of the file: %s', (file, beginning) => {
    const { code, out, err } = run(folder, ['report', '--out', `docs/${file}`], day);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `Written: docs/${file}\n` });
    expect(readFileSync(join(folder, 'docs', file), 'utf8')).toMatch(beginning);
  });

  it('never writes over a file of the partnership', () => {
    const before = readFileSync(join(folder, 'partnership.yaml'));
    const { code, err } = run(folder, ['report', '--out', 'partnership.yaml'], day);
    expect(code).toBe(2);
    expect(err).toContain('--out');
    expect(readFileSync(join(folder, 'partnership.yaml'))).toEqual(before);
  });

  it('goes at a terminal to a file of its own, which it makes anew but never takes from anybody', async () => {
    const file = join(folder, 'harbour-skills-report.html');
    const first = await atTerminal(folder, ['report']);
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: '' });
    expect(first.err).toContain('harbour-skills-report.html');
    expect((await atTerminal(folder, ['report'])).code).toBe(0);
    writeFileSync(file, 'my own notes');
    expect((await atTerminal(folder, ['report'])).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('my own notes');
  });

  it('prints Markdown at a terminal', async () => {
    const { code, out } = await atTerminal(folder, ['report', '--format', 'md']);
    expect(code).toBe(0);
    expect(out).toContain('# Harbour Skills');
  });
});

/** Runs the program until `use` is done with it, then ends it as ^C does. */
async function whileRunning(
  args: readonly string[],
  use: (said: { readonly out: () => string; readonly err: () => string }) => Promise<void>,
): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...day },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    printed.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed.err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  try {
    await use({ out: () => printed.out, err: () => printed.err });
  } finally {
    child.kill('SIGINT');
  }
  return ended;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 1000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** As editors save: a new file beside, renamed over the old one. */
function save(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

function read(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('following the files', () => {
  const home = () => join(folder, 'partnership.yaml');

  it('writes the file anew at each change, says when the files are broken, and ends at ^C', async () => {
    const page = join(folder, 'docs', 'report.html');
    const sound = readFileSync(home(), 'utf8');
    const code = await whileRunning(['report', '--out', 'docs/report.html', '--watch'], async ({ err }) => {
      await until(() => err().includes('^C'));
      save(home(), sound.replace('name: Harbour Skills', 'name: Quayside Skills'));
      await until(() => readFileSync(page, 'utf8').includes('<h1><bdi>Quayside Skills'));
      save(home(), 'format: 1\nname: [\n');
      await until(() => err().includes('stays as it was'));
      expect(readFileSync(page, 'utf8')).toContain('<h1><bdi>Quayside Skills');
      // A checkout may put whole folders in the place of others.
      cpSync(join(folder, 'stages'), join(folder, 'stages-new'), { recursive: true });
      renameSync(join(folder, 'stages'), join(folder, 'stages-old'));
      renameSync(join(folder, 'stages-new'), join(folder, 'stages'));
      save(home(), sound);
      await until(() => readFileSync(page, 'utf8').includes('<h1><bdi>Harbour Skills'));
      const stage = join(folder, 'stages', '04-planning.yaml');
      save(stage, readFileSync(stage, 'utf8').replace('Trainees cannot afford the bus', 'No bus at all'));
      await until(() => readFileSync(page, 'utf8').includes('No bus at all'));
    });
    expect(code).toBe(0);
  });

  it('serves the page on this machine, always as the files are now, and writes nothing', async () => {
    const sound = readFileSync(home(), 'utf8');
    const code = await whileRunning(['report', '--serve'], async ({ out }) => {
      await until(() => out().endsWith('/\n'));
      const address = out().trim();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(await read(address)).toContain('<h1><bdi>Harbour Skills');
      save(home(), sound.replace('name: Harbour Skills', 'name: Quayside Skills'));
      let page = '';
      while (!page.includes('Quayside Skills')) page = await read(address);
      save(home(), 'format: 1\nname: [\n');
      while (!page.includes('class="stale"')) page = await read(address);
      expect(page).toContain('<h1><bdi>Quayside Skills');
    });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'harbour-skills-report.html'))).toBe(false);
    expect(statSync(folder).isDirectory()).toBe(true);
  });
});

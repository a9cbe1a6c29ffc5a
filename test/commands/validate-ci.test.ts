import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';
import { atTerminal } from './context.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'schemas', 'sarif-schema-2.1.0.json'), 'utf8'),
);
// One pattern of the published schema is none with the flag for Unicode.
const checker = new Ajv({ strict: false, unicodeRegExp: false });
(addFormats as unknown as (ajv: Ajv) => void)(checker);
const isSarif = checker.compile(schema);

/** A repository with a partnership in a folder of an awkward name, whose second line has an error. */
function repository(spoil: (text: string) => string): { root: string; folder: string } {
  const root = newFolder();
  execFileSync('git', ['init', '-q'], { cwd: root });
  const folder = join(root, 'ours, 50%: all', 'harbour-skills');
  mkdirSync(join(root, 'ours, 50%: all'));
  cpSync(exampleFolder('harbour-skills'), folder, { recursive: true });
  const home = join(folder, 'partnership.yaml');
  writeFileSync(home, spoil(readFileSync(home, 'utf8')));
  return { root, folder };
}

const broken = () =>
  repository((text) => text.replace(/sector: \w+/, 'sector: "x\\n::error::owned <b> & ]]>"'));
const validate = (cwd: string, format: string, ...argv: readonly string[]) =>
  atTerminal(cwd, ['validate', '--format', format, '--lang', 'en', '--today', '2026-11-20', ...argv]);

describe('validate --format sarif', () => {
  it('is what the schema of SARIF wants, with and without findings', async () => {
    const sound = await validate(exampleFolder('literacy-south'), 'sarif');
    expect(sound.code).toBe(0);
    for (const { out } of [sound, await validate(broken().folder, 'sarif')]) {
      isSarif(JSON.parse(out));
      expect(isSarif.errors ?? []).toEqual([]);
    }
  });

  it('names files from the root of the repository, as addresses, wherever one stands', async () => {
    const { root, folder } = broken();
    for (const cwd of [root, join(folder, 'stages')]) {
      const { code, out } = await validate(cwd, 'sarif');
      expect(code).toBe(1);
      const [run] = JSON.parse(out).runs;
      const error = run.results.find(({ level }: { level: string }) => level === 'error');
      const { artifactLocation, region } = error.locations[0].physicalLocation;
      expect(decodeURIComponent(artifactLocation.uri)).toBe('ours, 50%: all/harbour-skills/partnership.yaml');
      expect(artifactLocation.uri).not.toMatch(/[ :]/);
      expect(region.startLine).toBeGreaterThan(1);
      expect(run.tool.driver.rules[error.ruleIndex].id).toBe(error.ruleId);
    }
  });
});

describe('validate --format github', () => {
  it('is one workflow command a finding, whatever stands in the files', async () => {
    const { root, folder } = broken();
    const { code, out } = await validate(root, 'github');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning) file=[^:]*,line=\d+,col=\d+,title=[a-z-]+::[^\r]+$/);
    expect(lines[0]).toContain('file=ours%2C 50%25%3A all/harbour-skills/partnership.yaml,line=');
    const { diagnostics } = JSON.parse(
      (await atTerminal(folder, ['validate', '--json', '--today', '2026-11-20'])).out,
    );
    expect(lines).toHaveLength(diagnostics.length);
  });

  it('names files from the checkout of the runner', async () => {
    const { root, folder } = broken();
    const { out } = await atTerminal(
      folder,
      ['validate', '--format', 'github', '--today', '2026-11-20'],
      [],
      {
        GITHUB_WORKSPACE: join(root, 'ours, 50%: all'),
      },
    );
    expect(out).toContain('file=harbour-skills/partnership.yaml,');
  });

  it('says nothing where there is nothing to say', async () => {
    expect(await validate(exampleFolder('literacy-south'), 'github')).toMatchObject({ code: 0, out: '' });
  });
});

describe('validate --format junit', () => {
  it('has a test case a file, and fails where there is an error', async () => {
    const { root } = broken();
    const { code, out } = await validate(root, 'junit');
    expect(code).toBe(1);
    expect(out).toContain(
      '<testsuite name="partner validate" tests="12" failures="1" errors="0" skipped="0">',
    );
    expect(out.match(/<testcase /g)).toHaveLength(12);
    expect(out).toMatch(/<failure type="[a-z-]+" message="[^"<]+">[^<]+<\/failure>/);
    expect(out).not.toMatch(/<b>|\]\]>|&(?!(?:amp|lt|gt|quot|#39);)/);
  });

  it('takes warnings for failures where that is wanted', async () => {
    const folder = exampleFolder('harbour-skills');
    const plain = await validate(folder, 'junit');
    const strict = await validate(folder, 'junit', '--strict');
    expect([plain.code, strict.code]).toEqual([0, 1]);
    expect(plain.out).toContain('failures="0"');
    expect(plain.out).toContain('<system-out>');
    expect(strict.out).toMatch(/failures="[1-9]/);
  });
});

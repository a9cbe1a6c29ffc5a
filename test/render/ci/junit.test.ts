import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { junit } from '../../../src/render/ci/junit.ts';
import { printable } from '../../../src/render/printable.ts';
import { casesIn, junitFaults, readXml } from './junit-schema.ts';
import { hostileResults } from './results.ts';

describe('a report of JUnit', () => {
  it('is sound and says what was found, whatever stands in the files', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        const root = readXml(junit(result));
        expect(junitFaults(root)).toEqual([]);
        const isFailure = (severity: string) => severity === 'error' || result.isStrict;
        // Two characters that a terminal shows, and XML cannot hold.
        const shown = (file: string) => printable(file).replace(/[\ufffe\uffff]/g, '\ufffd');
        const names = [...new Set([...result.files, ...result.findings.map(({ file }) => file)])].sort();
        expect(casesIn(root).map(({ attributes }) => attributes.name)).toEqual(names.map(shown));
        for (const [index, { children }] of casesIn(root).entries()) {
          const own = result.findings.filter(({ file }) => file === names[index]);
          const lines = (name: string) =>
            children.find((child) => child.name === name)?.text.split('\n') ?? [];
          expect(lines('failure')).toHaveLength(own.filter(({ severity }) => isFailure(severity)).length);
          expect(lines('system-out')).toHaveLength(own.filter(({ severity }) => !isFailure(severity)).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is XML to another reader of it, too', (context) => {
    const reader = spawnSync('xmllint', ['--version'], { encoding: 'utf8' });
    if (reader.error !== undefined) {
      console.log('junit: not shown to xmllint, which is not installed (Debian: libxml2-utils)');
      return context.skip();
    }
    for (const result of fc.sample(hostileResults, { numRuns: 25, seed: 1 })) {
      const { stdout, stderr } = spawnSync('xmllint', ['-'], { input: junit(result), encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(casesIn(readXml(stdout))).toHaveLength(casesIn(readXml(junit(result))).length);
    }
  });
});

describe('the rules of such a report', () => {
  const suite = (inner: string, counts = 'tests="1" failures="0" errors="0"') =>
    `<?xml version="1.0" encoding="UTF-8"?><testsuite name="s" ${counts}>${inner}</testsuite>`;

  it.each([
    ['<testcase/>', '<testcase> without name'],
    ['<testcase name="a" colour="red"/>', '<testcase> with colour'],
    ['<testcase name="a"><testcase name="b"/></testcase>', '<testcase> in <testcase>'],
    ['<testcase name="a">text</testcase>', 'text in <testcase>'],
    ['<testcase name="a"><failure/></testcase>', 'failures of <testsuite> is not 1'],
    ['<testcase name="a"/><testcase name="b"/>', 'tests of <testsuite> is not 2'],
  ])('are broken by %s', (inner, fault) => expect(junitFaults(readXml(suite(inner)))).toContain(fault));

  it.each([
    '<testcase name="a&b"/>',
    '<testcase name="<"/>',
    ']]>',
    '\u0001',
    '<a></b>',
    '<testcase name="a" name="b"/>',
    '<!-- -->',
  ])('want XML: %j', (inner) => expect(() => readXml(suite(inner))).toThrow());
});

import { text } from '../escape/html.ts';
import { printable } from '../printable.ts';
import { type Rendered, rendered } from '../rendered.ts';
import type { CiFinding, CiResult } from './finding.ts';

/** The files as JUnit's test cases: one that has an error (or, where that is wanted, a warning) is a failure. */
export function junit({ files, findings, isStrict }: CiResult): Rendered {
  const names = [...new Set([...files, ...findings.map(({ file }) => file)])].sort();
  const isFailure = ({ severity }: CiFinding) => severity === 'error' || isStrict;
  const cases = names.map((name) => {
    const own = findings.filter(({ file }) => file === name);
    return { name, failures: own.filter(isFailure), remarks: own.filter((one) => !isFailure(one)) };
  });
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failed}" errors="0"`;
  return rendered(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="partner validate" ${counts}>
<testsuite name="partner validate" ${counts} skipped="0">
${cases.map(testCase).join('')}</testsuite>
</testsuites>
`);
}

interface TestCase {
  readonly name: string;
  readonly failures: readonly CiFinding[];
  readonly remarks: readonly CiFinding[];
}

function testCase({ name, failures, remarks }: TestCase): string {
  const head = `<testcase classname="partner" name="${text(printable(name))}"`;
  const [first] = failures;
  if (first === undefined && remarks.length === 0) return `${head}/>\n`;
  const failure =
    first === undefined
      ? ''
      : `<failure type="${text(first.code)}" message="${text(first.message)}">${linesOf(failures)}</failure>\n`;
  const output = remarks.length === 0 ? '' : `<system-out>${linesOf(remarks)}</system-out>\n`;
  return `${head}>\n${failure}${output}</testcase>\n`;
}

function linesOf(findings: readonly CiFinding[]): string {
  return text(
    findings
      .map(
        ({ file, line, column, severity, code, message }) =>
          `${printable(file)}:${line}:${column}: ${severity}[${code}]: ${message}`,
      )
      .join('\n'),
  );
}

import { renderJson } from '../json.ts';
import type { Rendered } from '../rendered.ts';
import type { CiResult } from './finding.ts';

/** The findings as SARIF 2.1.0 (OASIS), for code scanning; columns count code points, and the log says so. */
export function sarif({ version, findings }: CiResult): Rendered {
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  return renderJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'partner', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map(({ code, severity, file, line, column, message }) => ({
          ruleId: code,
          ruleIndex: rules.indexOf(code),
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: addressOf(file), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  });
}

/** A path as a relative reference (RFC 3986): nothing in a name is taken for a part of an address. */
function addressOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

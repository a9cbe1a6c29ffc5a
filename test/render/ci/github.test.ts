import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../../src/render/ci/github.ts';
import { printable } from '../../../src/render/printable.ts';
import { hostileResults } from './results.ts';
import { outputLines, readCommand } from './runner.ts';

describe('annotations', () => {
  it('are read by the runner as what was found, whatever stands in the files', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        const commands = outputLines(githubAnnotations(result)).map(readCommand);
        expect(commands).toEqual(
          result.findings.map(({ code, severity, file, line, column, message }) => ({
            name: severity,
            properties: { file: printable(file), line: String(line), col: String(column), title: code },
            data: message,
          })),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the reader of commands', () => {
  it('reads what the documentation shows', () => {
    expect(
      readCommand(
        '::warning file=app.js,line=1,col=5,endColumn=7,title=A %2C b%3A c::Missing%0Asemicolon 5%25',
      ),
    ).toEqual({
      name: 'warning',
      properties: { file: 'app.js', line: '1', col: '5', endColumn: '7', title: 'A , b: c' },
      data: 'Missing\nsemicolon 5%',
    });
    expect(readCommand('::endgroup::')).toEqual({ name: 'endgroup', properties: {}, data: '' });
    for (const line of ['a ::error::b', 'error::', '::error', ':: '])
      expect(readCommand(line)).toBeUndefined();
  });

  it('is fooled where something is not escaped', () => {
    expect(readCommand('::error file=a::b,line=1::text')?.properties).not.toHaveProperty('line');
    expect(readCommand('::error file=a,b=c,line=1::text')?.properties.file).toBe('a');
    expect(outputLines('::error::a\n::stop-commands::x').map(readCommand)).toHaveLength(2);
  });
});

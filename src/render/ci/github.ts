import { type Rendered, rendered } from '../rendered.ts';
import type { CiResult } from './finding.ts';

/**
 * The findings as workflow commands of GitHub Actions, which shows each beside its line. Whatever ends or
 * begins a command is escaped as its runner wants it, so that no text of a file is one.
 */
export function githubAnnotations({ findings }: CiResult): Rendered {
  return rendered(
    findings
      .map(({ code, severity, file, line, column, message }) => {
        const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
        return `::${severity} ${place}::${data(message)}\n`;
      })
      .join(''),
  );
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

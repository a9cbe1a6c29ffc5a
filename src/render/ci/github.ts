import { annotationMessage, annotationProperty } from '../escape/annotation.ts';
import { printable } from '../printable.ts';
import { type Rendered, rendered } from '../rendered.ts';
import type { CiResult } from './finding.ts';

/** The findings as workflow commands of GitHub Actions, which shows each beside its line. */
export function githubAnnotations({ findings }: CiResult): Rendered {
  return rendered(
    findings
      .map(({ code, severity, file, line, column, message }) => {
        const place = `file=${annotationProperty(printable(file))},line=${line},col=${column},title=${code}`;
        return `::${severity} ${place}::${annotationMessage(message)}\n`;
      })
      .join(''),
  );
}

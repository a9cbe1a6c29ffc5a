import { PartnerError } from '../../core/partner-error.ts';
import type { Bilingual, Diagnostic } from '../../core/problem.ts';
import { folderFormat } from '../../core/schema/rules.ts';
import { homeFile } from '../discover.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import { type LoadOptions, stepsFrom } from '../load-partnership.ts';
import { folderBytes, migratedFiles } from '../migrate.ts';
import { placeProblems } from '../place-findings.ts';
import { parseSource, readInPlace } from '../read-source.ts';

/** A folder in the format of this program: what stands on the disk, and what that becomes. */
export interface FormatStep {
  readonly format: { readonly from: number; readonly to: number; readonly about: readonly Bilingual[] };
  readonly disk: ReadonlyMap<string, Uint8Array>;
  readonly files: ReadonlyMap<string, Uint8Array | undefined>;
}

/**
 * The folder in the format of this program, where it is of an older one. Throws `invalid-partnership` where a file
 * cannot be read, and `edit-refused`.
 */
export async function formatStepOf(root: string, options: LoadOptions): Promise<FormatStep | undefined> {
  const steps = stepsFrom((await readInPlace(root, homeFile, options)).data, options);
  if (steps === undefined) return undefined;
  const disk = folderBytes(root);
  const diagnostics: Diagnostic[] = [];
  for (const [file, bytes] of disk) {
    const source = await parseSource(file, bytes);
    if (source.data === undefined) diagnostics.push(...(await placeProblems(source, [])));
  }
  if (diagnostics.length > 0)
    throw new PartnerError('invalid-partnership', { count: diagnostics.length }, { diagnostics });
  const from = steps[0]?.from ?? folderFormat;
  const format = { from, to: folderFormat, about: steps.map(({ about }) => about) };
  return { format, disk, files: migratedFiles(disk, steps) };
}

/** Changes that begin with a folder in its newer format, as changes to what stands on the disk; the last stays last. */
export function sinceDisk(planned: readonly FileTurn[], step: FormatStep | undefined): FileTurn[] {
  if (step === undefined) return [...planned];
  const named = new Set(planned.map(({ file }) => file));
  const others = [...step.files]
    .filter(([file]) => !named.has(file))
    .map(([file, after]) => ({ file, before: step.disk.get(file), after }));
  return [
    ...others,
    ...planned.map((turn) => ({ ...turn, before: step.disk.get(turn.file) ?? turn.before })),
  ];
}

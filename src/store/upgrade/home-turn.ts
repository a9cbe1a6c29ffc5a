import { partnershipFields } from '../../core/schema/partnership.ts';
import { valueAt } from '../../core/schema/plain-data.ts';
import { homeFile } from '../discover.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import type { LoadedPartnership } from '../load-partnership.ts';
import type { Edit } from '../yaml/data-edit.ts';
import { editYaml } from '../yaml/edit.ts';

/** `partnership.yaml` with the version that its files follow, and those of the stages that follow an earlier one. */
export function homeTurn(
  { files, partnership }: LoadedPartnership,
  version: number,
  stageVersions: ReadonlyMap<string, number>,
): FileTurn {
  const before = files.get(homeFile)?.bytes ?? new Uint8Array();
  const { data } = partnership.home;
  const keyOrder = partnershipFields.map(({ key }) => key);
  const listed = Object.keys((valueAt(data, ['stage_versions']) as object | undefined) ?? {});
  const gone = listed.filter((stage) => !stageVersions.has(stage) && !stage.startsWith('x-'));
  const edits: Edit[] = [];
  // Absent, it is 1.
  if (version > 1 || valueAt(data, ['model_version']) !== undefined)
    edits.push({ kind: 'set', path: ['model_version'], value: version, keyOrder });
  if (listed.length === gone.length && stageVersions.size === 0) {
    edits.push({ kind: 'remove', path: ['stage_versions'] });
  } else if (listed.length === 0) {
    edits.push({ kind: 'set', path: ['stage_versions'], value: Object.fromEntries(stageVersions), keyOrder });
  } else {
    for (const [stage, value] of stageVersions)
      edits.push({ kind: 'set', path: ['stage_versions', stage], value });
    for (const stage of gone) edits.push({ kind: 'remove', path: ['stage_versions', stage] });
  }
  return { file: homeFile, before, after: editYaml(before, edits).bytes };
}

import type { UpgradeWords } from '../upgrade.ts';

export const upgrade: UpgradeWords = {
  title: (model, from, to) =>
    from === to ? `${model}, version ${to}` : `${model}: from version ${from} to version ${to}`,
  upToDate: (model, version) =>
    `The files follow version ${version} of ${model}, the newest that comes with this program.`,
  ownUpToDate: (model, version) =>
    `The files follow version ${version} of ${model}, which is this partnership’s own model. Where a newer one stands in a folder: partner model upgrade --model DIR`,
  notes: {
    stage_added: () => 'a new stage',
    stage_removed: () => 'the stage is gone, and its file, in which nothing was written',
    stage_left: () =>
      'the stage is gone; its file stays, for you wrote into it: move what matters, then remove it',
    stage_title: () => 'has another title',
    stage_kept: ({ version }) => `stays by version ${version}, as it was reviewed`,
    stage_renamed: ({ from }) => `was called ${from}`,
    item_added: ({ item }) => `asks for ${item}, which is new`,
    item_removed: ({ item }) => `no longer has ${item}`,
    item_kept: ({ item }) => `no longer has ${item}; yours stays, for you did something about it`,
    item_text: ({ item }) => `words ${item} anew`,
    item_required: ({ item }) => `requires ${item} at the gate now`,
    item_optional: ({ item }) => `no longer requires ${item} at the gate`,
    item_evidence: ({ item }) => `wants evidence for ${item} now`,
    item_no_evidence: ({ item }) => `no longer wants evidence for ${item}`,
    item_renamed: ({ item, from }) => `calls ${from} ${item} now`,
    item_moved: ({ item, from }) => `has ${item} now, which stood in ${from}`,
    section_moved: ({ section, from }) => `holds the section ${section} now, which stood in ${from}`,
    section_set_aside: ({ section, as }) =>
      `the section ${section} is gone from the model; what you wrote stands under ${as}`,
  },
  conflicts: (count) =>
    count === 1
      ? 'One text was changed by you and by the model, each in another way:'
      : `${count} texts were changed by you and by the model, each in another way:`,
  wholeFile: 'the whole file',
  decide: 'Both stand in the file between marks: keep one, delete the marks, then',
  problems: (count) =>
    count === 1
      ? 'One thing in the files does not fit the new version:'
      : `${count} things in the files do not fit the new version:`,
  nothingElse: 'Nothing changes but the number of the version.',
  confirm: 'Write this?',
  written: (files) => `${files === 1 ? 'One file was' : `${files} files were`} written.`,
  notCommitted: 'Not committed: there is something to decide first.',
  commit: (model, from, to) =>
    from === to
      ? `brought to version ${to} of the model ${model}`
      : `from version ${from} to version ${to} of the model ${model}`,
};

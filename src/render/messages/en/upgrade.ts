import type { UpgradeWords } from '../upgrade.ts';

export const upgrade: UpgradeWords = {
  title: (model, from, to) =>
    from === to ? `${model}, version ${to}` : `${model}: from version ${from} to version ${to}`,
  format: (from, to) => `The folder goes from format ${from} to format ${to}:`,
  others: (files) =>
    `and ${files === 1 ? 'one file' : `${files} files`} that nobody writes in: the model, the schemas for editors`,
  upToDate: (model, version) => `The files follow version ${version} of ${model} already.`,
  ownUpToDate: (model, version) =>
    `The files follow version ${version} of ${model}, this partnership’s own model. A newer one comes out of a folder:`,
  notes: {
    stage_added: () => 'a new stage',
    stage_removed: () => 'the stage is gone, and its file, in which nothing was written',
    stage_left: () =>
      'the stage is gone; its file stays, for you wrote into it: move what matters, then remove it',
    stage_title: () => 'has another title',
    stage_kept: ({ version }) => `stays by version ${version}, as it was reviewed`,
    stage_renamed: ({ from }) => `was called ${from}`,
    item_added: ({ item }) => `${item} is new`,
    item_removed: ({ item }) => `${item} is gone`,
    item_kept: ({ item }) => `${item} is gone from the model; yours stays, for you did something about it`,
    item_text: ({ item }) => `${item} has a new wording`,
    item_required: ({ item }) => `${item} is required at the gate now`,
    item_optional: ({ item }) => `${item} is no longer required at the gate`,
    item_evidence: ({ item }) => `${item} needs evidence at the gate now`,
    item_no_evidence: ({ item }) => `${item} no longer needs evidence`,
    item_renamed: ({ item, from }) => `${from} is called ${item} now`,
    item_moved: ({ item, from }) => `${item} came here from ${from}`,
    section_moved: ({ section, from }) => `the section ${section} came here from ${from}`,
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

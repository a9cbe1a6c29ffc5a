/**
 * What the program reads when it runs (models, templates), by name with `/`, where it is one single file:
 * scripts/single-file.js puts it here. Otherwise it lies in files of its own.
 */
export const embedded: Readonly<Record<string, string>> | undefined = undefined as
  | Readonly<Record<string, string>>
  | undefined;

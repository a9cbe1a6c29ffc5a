import { isBelow } from './relative-path.ts';

// A name as people give it, be it in Hebrew: no folder, no hidden file, nothing that a system reads as more than a name.
const name = String.raw`[^/\\:.\p{Cc}][^/\\:\p{Cc}]*`;
const always = /^(?:partnership|reviews)\.yaml$/;
const others = new RegExp(
  String.raw`^(?:stages/${name}\.ya?ml|schemas/(?:stages/)?${name}\.json|models/${name}/(?:versions/)?${name}\.ya?ml)$`,
  'u',
);

/**
 * Whether a path, relative with `/`, is that of a file which commands write into a partnership. What is told of files
 * in its folder, a journal or a note that a checkout may have brought along, reaches no others.
 */
export function isOwnFile(file: string): boolean {
  return isBelow(file) && (always.test(file) || others.test(file));
}

/** Whether the file is one that a command may make or remove: of a stage, a schema, a model. */
export function mayComeAndGo(file: string): boolean {
  return isOwnFile(file) && !always.test(file);
}

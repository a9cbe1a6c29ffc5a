import { languagesOf, stageFile } from '../model.ts';
import type { FileSchema } from './check-schema.ts';
import type { Model, ModelStage } from './model.ts';
import { sectionsOfStage } from './model-sections.ts';

/** A kind of file of a partnership, whose schema editors are told. */
export interface FileKind {
  /** Its name, which is the schema's too: `partnership`, `reviews`, `stages/scoping`. */
  readonly name: string;
  /** The file of that kind in a partnership's folder: `stages/01-scoping.yaml`. */
  readonly file: string;
  readonly schema: FileSchema;
  /** Of a stage: its place in the model, from 0, and what the model says of it. */
  readonly stage?: { readonly index: number; readonly of: ModelStage };
}

/** The kinds of file of a partnership after that model, in the order of its folder. */
export function fileKinds(model: Model): FileKind[] {
  const stages = model.stages.map((stage, index): FileKind => {
    return {
      name: `stages/${stage.id}`,
      file: stageFile(model, index),
      schema: { stage: sectionsOfStage(model, stage) },
      stage: { index, of: stage },
    };
  });
  return [
    { name: 'partnership', file: 'partnership.yaml', schema: { partnership: languagesOf(model) } },
    { name: 'reviews', file: 'reviews.yaml', schema: 'reviews' },
    ...stages,
  ];
}

/** The kind that is no part of a partnership's own files: a model. */
export const modelKind: FileKind = { name: 'model', file: 'model.yaml', schema: 'model' };

/** The file of a kind's schema, relative to the partnership's folder. */
export function schemaFile({ name }: Pick<FileKind, 'name'>): string {
  return `schemas/${name}.json`;
}

/**
 * The comments, without their `# `, that tell editors the schema of a file: the first for VS Code and all who
 * work with yaml-language-server, the second for JetBrains.
 */
export function modelines(kind: Pick<FileKind, 'name' | 'file'>): [string, string] {
  const up = '../'.repeat(kind.file.split('/').length - 1) || './';
  const path = `${up}${schemaFile(kind)}`;
  return [`yaml-language-server: $schema=${path}`, `$schema: ${path}`];
}

import type { Model } from '../core/schema/model.ts';
import { fileKinds, schemaFile } from '../core/schema/schema-files.ts';
import { renderJson } from '../render/json.ts';
import { fileSchemas } from '../render/schema/file-schemas.ts';

/** The schemas that editors find in a partnership's folder, as files: a kind of file each. */
export async function editorSchemas(
  model: Model,
  language: string,
): Promise<{ path: string; bytes: Uint8Array }[]> {
  const encoder = new TextEncoder();
  const kinds = fileKinds(model);
  const schemas = await fileSchemas(kinds, model, language);
  return kinds.map((kind, index) => ({
    path: schemaFile(kind),
    bytes: encoder.encode(renderJson(schemas[index] ?? {})),
  }));
}

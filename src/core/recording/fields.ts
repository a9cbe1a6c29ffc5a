import { listSectionNamed } from '../schema/registry.ts';
import { type Field, fieldsOf } from '../schema/section.ts';

/** The fields of an observation, in the order of files. */
export function observationFields(): readonly Field[] {
  return fieldsOf(listSectionNamed('observations').entry);
}

import * as z from 'zod/mini';
import { once } from '../once.ts';
import type { Bilingual } from '../problem.ts';

interface SectionBase {
  readonly name: string;
  readonly label: Bilingual;
  /** Running sections keep growing after the gate and stay outside the seal. */
  readonly running: boolean;
  /** The schema of the whole section; made when it is first asked for, since making it takes time. */
  readonly schema: z.ZodMiniType;
}

/** A section that is one text. */
interface DeclaredTextSection extends SectionBase {
  readonly form: 'text';
}

/** A section that is one mapping. */
interface DeclaredMappingSection extends SectionBase {
  readonly form: 'mapping';
  readonly entry: z.ZodMiniType;
}

/** A section that lists entries; `identity` names the fields that tell one from another. */
interface DeclaredListSection extends SectionBase {
  readonly form: 'list';
  readonly entry: z.ZodMiniType;
  readonly identity: readonly string[];
}

/** One part of a stage file, as its zod schema describes it. */
export type DeclaredSection = DeclaredTextSection | DeclaredMappingSection | DeclaredListSection;

/** Declares a section that is one text. */
export function textSection(
  name: string,
  label: Bilingual,
  makeSchema: () => z.ZodMiniType,
): DeclaredTextSection {
  const schema = once(makeSchema);
  return {
    ...{ name, label, running: false, form: 'text' },
    get schema() {
      return schema();
    },
  };
}

/** Declares a section that is one mapping. */
export function mappingSection(
  name: string,
  label: Bilingual,
  makeEntry: () => z.ZodMiniType,
): DeclaredMappingSection {
  const entry = once(makeEntry);
  return {
    ...{ name, label, running: false, form: 'mapping' },
    get schema() {
      return entry();
    },
    get entry() {
      return entry();
    },
  };
}

/** Declares a section that lists entries, told apart by `identity` (the id, where not given). */
export function listSection(
  name: string,
  label: Bilingual,
  makeEntry: () => z.ZodMiniType,
  { identity = ['id'], running = false }: { identity?: readonly string[]; running?: boolean } = {},
): DeclaredListSection {
  const entry = once(makeEntry);
  const schema = once(() => z.array(entry()));
  return {
    ...{ name, label, running, identity, form: 'list' },
    get schema() {
      return schema();
    },
    get entry() {
      return entry();
    },
  };
}

import { nearest } from '../nearest.ts';
import type { Template, TemplateName } from './template.ts';
import type { TemplateProblem } from './template-problem.ts';

/** All that a template may name. */
export interface TemplateNames {
  readonly fields: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  readonly signatures: ReadonlySet<string>;
  /** The columns of each table. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

/** The clause of an agreement that a name asks for by its id; undefined where it asks for something else. */
export function clauseNamed(name: string): string | undefined {
  return /^clause\.(.+)$/.exec(name)?.[1];
}

/**
 * Holds every name in a template against those that there are, also under a condition that does not hold:
 * a slip of the pen is found whatever the files say. Any clause may be named; an agreement need not have it.
 */
export function checkTemplate(
  { nodes, conditions }: Template,
  { fields, flags, signatures, tables }: TemplateNames,
): TemplateProblem[] {
  const isField = (name: string) => fields.has(name) || clauseNamed(name) !== undefined;
  const problems = (
    named: readonly TemplateName[],
    isKnown: (name: string) => boolean,
    known: Iterable<string>,
  ) =>
    named
      .filter(({ name }) => !isKnown(name))
      .map(({ name, at }): TemplateProblem => {
        return { code: 'template-unknown-name', at, params: { name, ...meant(name, known) } };
      });
  const blocks = nodes.filter((node) => node.kind === 'block');
  const named = nodes.flatMap((node) =>
    node.kind === 'block' ? [] : node.parts.filter((part) => part.kind === 'field'),
  );
  return [
    ...problems(named, isField, fields),
    ...problems(blocks, (name) => tables.has(name) || signatures.has(name), [
      ...tables.keys(),
      ...signatures,
    ]),
    ...problems(conditions, (name) => isField(name) || flags.has(name) || tables.has(name), [
      ...fields,
      ...flags,
      ...tables.keys(),
    ]),
    ...blocks.flatMap(({ name: table, columns }) => {
      const known = tables.get(table) ?? [];
      return columns.flatMap(({ name, at }): TemplateProblem[] =>
        !tables.has(table) || known.includes(name)
          ? []
          : [{ code: 'template-unknown-column', at, params: { name, table, ...meant(name, known) } }],
      );
    }),
  ];
}

function meant(name: string, known: Iterable<string>): { readonly nearest?: string } {
  const found = nearest(name, known);
  return found === undefined ? {} : { nearest: found };
}

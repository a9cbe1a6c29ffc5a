import { languagesOf } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type Partnership, type StageRecord, stageData, stageHolding } from '../core/partnership.ts';
import type { DataPath } from '../core/problem.ts';
import { sectionsIn } from '../core/schema/model-sections.ts';
import { partners, partnershipFields, partnershipOutline } from '../core/schema/partnership.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { conditionFields } from '../core/schema/reviews.ts';
import { type Field, fieldsOf, type ListSection, listsInside, type Section } from '../core/schema/section.ts';
import { stageFieldOrder, stageFields } from '../core/schema/stage.ts';
import { sectionNames } from './section-names.ts';

/** A list of entries in a file: where it stands and what its entries are made of. */
export interface ListTarget {
  readonly file: string;
  readonly path: DataPath;
  readonly section: ListSection;
  /** The canonical order of the keys beside the list. */
  readonly siblings: readonly string[];
  readonly entries: readonly unknown[];
}

/** Something whose fields can be set: an entry, a section that is one mapping or text, the head of a file. */
export interface FieldTarget {
  readonly name: string;
  readonly file: string;
  readonly path: DataPath;
  readonly fields: readonly Field[];
  readonly siblings: readonly string[];
  readonly value: unknown;
  /** A section that is one text is set as a whole. */
  readonly isText: boolean;
}

/** The list that a name such as `pledges`, `partners` or `agreement.clauses` means in a partnership. */
export function findList(partnership: Partnership, name: string): ListTarget {
  if (name === partners.name) {
    const { home } = partnership;
    return listTarget(
      home.file,
      ['partners'],
      partners,
      partnershipFields.map(({ key }) => key),
      home.data,
    );
  }
  const [outer = '', inner] = name.split('.');
  const { section, holder } = requireSection(partnership, outer);
  const siblings = stageFieldOrder(holder.stage.sections);
  if (section.form === 'list' && inner === undefined) {
    return listTarget(holder.source.file, [section.name], section, siblings, holder.source.data);
  }
  const lists = section.form === 'mapping' ? listsInside(section) : [];
  const nested = lists.find(({ key }) => key === inner)?.list;
  if (nested !== undefined)
    return listTarget(holder.source.file, [outer, inner as string], nested, [], holder.source.data);
  const problem = {
    en: `${name} is not a list of entries; change it with \`partner set ${outer} key=value\``,
    he: `${name} אינו רשימה של רשומות; משנים אותו ב־\`partner set ${outer} key=value\``,
  };
  throw new PartnerError('usage', { problem });
}

function listTarget(
  file: string,
  path: DataPath,
  section: ListSection,
  siblings: readonly string[],
  data: unknown,
): ListTarget {
  const list = valueAt(data, path);
  return { file, path, section, siblings, entries: Array.isArray(list) ? list : [] };
}

function requireSection(partnership: Partnership, name: string): { section: Section; holder: StageRecord } {
  const sections = sectionsIn(partnership.model);
  const section = sections.find(name);
  const holder = stageHolding(partnership, name);
  if (section !== undefined && holder !== undefined) return { section, holder };
  const known = sectionNames(partnership);
  const meant = nearest(name, known);
  throw new PartnerError('unknown-section', {
    section: name,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

/** Where the entry with that identity stands in its list; throws `unknown-entry` with the nearest. */
export function entryIndex({ section, entries }: ListTarget, id: string): number {
  const ids = entries.map((entry) => identity(section, entry));
  const index = ids.indexOf(id);
  if (index >= 0) return index;
  const meant = nearest(id, ids);
  const params = {
    section: section.name,
    id,
    known: ids,
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  throw new PartnerError('unknown-entry', params);
}

/** The identity of an entry, as commands write it. */
export function identity(section: ListSection, entry: unknown): string {
  return section.identity.map((key) => String(valueAt(entry, [key]) ?? '')).join('/');
}

/**
 * What a word such as `pledges/p1`, `exit`, `vision`, `stages/planning`, `conditions/REVIEW/1` or
 * `partnership` means: the
 * mapping whose fields are set.
 */
export function findFields(partnership: Partnership, word: string): FieldTarget {
  const slash = word.indexOf('/');
  const name = slash < 0 ? word : word.slice(0, slash);
  const id = slash < 0 ? undefined : word.slice(slash + 1);
  if (name === 'partnership') return homeTarget(partnership);
  if (name === 'stages') return stageTarget(partnership, id ?? '');
  if (name === 'conditions') return conditionTarget(partnership, id ?? '');
  if (id !== undefined) return entryTarget(findList(partnership, name), id);
  if (name === partners.name) throw severalEntries(name);
  const { section, holder } = requireSection(partnership, name);
  if (section.form === 'list') throw severalEntries(name);
  return {
    name,
    file: holder.source.file,
    path: [name],
    fields: section.form === 'mapping' ? fieldsOf(section.entry) : [],
    siblings: stageFieldOrder(holder.stage.sections),
    value: valueAt(holder.source.data, [name]),
    isText: section.form === 'text',
  };
}

function severalEntries(name: string): PartnerError {
  const problem = {
    en: `${name} has several entries; name one: ${name}/ID`,
    he: `ב־${name} יש כמה רשומות; יש לציין אחת: ${name}/ID`,
  };
  return new PartnerError('usage', { problem, command: 'set' });
}

function entryTarget(list: ListTarget, id: string): FieldTarget {
  const index = entryIndex(list, id);
  const fields = fieldsOf(list.section.entry);
  const path = [...list.path, index];
  return {
    name: `${list.section.name}/${id}`,
    file: list.file,
    path,
    fields,
    siblings: [],
    value: list.entries[index],
    isText: false,
  };
}

// The minutes book is only added to, but for the word that a condition has been met.
function conditionTarget({ reviews, book }: Partnership, ref: string): FieldTarget {
  const known = reviews.flatMap(({ value, path }) =>
    (value.conditions ?? []).map((condition, index) => ({
      ref: `${value.id}/${index + 1}`,
      condition,
      path: [...path, 'conditions', index],
    })),
  );
  const found = known.find((candidate) => candidate.ref === ref);
  if (found === undefined) {
    const refs = known.map((candidate) => candidate.ref);
    const meant = nearest(ref, refs);
    const params = {
      section: 'conditions',
      id: ref,
      known: refs,
      ...(meant === undefined ? {} : { nearest: meant }),
    };
    throw new PartnerError('unknown-entry', params);
  }
  const fields = conditionFields.filter(({ key }) => key === 'met');
  const siblings = conditionFields.map(({ key }) => key);
  return {
    name: `conditions/${ref}`,
    file: book.file,
    path: found.path,
    fields,
    siblings,
    value: found.condition,
    isText: false,
  };
}

// Identity, model and format are not changed by hand: other files and people's scripts rest on them.
const settableHomeKeys = ['name', 'language', 'started', 'currency', 'tags'];

function homeTarget({ home, model }: Partnership): FieldTarget {
  const fields = fieldsOf(partnershipOutline(languagesOf(model))).filter(({ key }) =>
    settableHomeKeys.includes(key),
  );
  const siblings = partnershipFields.map(({ key }) => key);
  return {
    name: 'partnership',
    file: home.file,
    path: [],
    fields,
    siblings,
    value: home.data,
    isText: false,
  };
}

function stageTarget(partnership: Partnership, id: string): FieldTarget {
  const record = partnership.stages.find(({ stage }) => stage.id === id);
  if (record === undefined) {
    const known = partnership.stages.map(({ stage }) => stage.id);
    const meant = nearest(id, known);
    throw new PartnerError('unknown-stage', {
      stage: id,
      known,
      ...(meant === undefined ? {} : { nearest: meant }),
    });
  }
  const fields = stageFields.filter(({ key }) => ['title', 'owner', 'due'].includes(key));
  const siblings = stageFieldOrder(record.stage.sections);
  return {
    name: `stages/${id}`,
    file: record.source.file,
    path: [],
    fields,
    siblings,
    value: stageData(record),
    isText: false,
  };
}

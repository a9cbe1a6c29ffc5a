import { type EntryList, entryListsOf } from './entry-lists.ts';
import { exchangedFor, withMisplaced } from './misplaced.ts';
import { languagesOf, stageFile } from './model.ts';
import { once } from './once.ts';
import type { DataPath, Problem } from './problem.ts';
import { checkSchema, type FileSchema, outlineOfFile } from './schema/check-schema.ts';
import type { Model, ModelStage } from './schema/model.ts';
import { sectionsOfStage } from './schema/model-sections.ts';
import type { PartnerData, PartnershipData } from './schema/partnership.ts';
import { valueAt } from './schema/plain-data.ts';
import type { ReviewData } from './schema/reviews.ts';
import { folderFormat } from './schema/rules.ts';
import type { Section } from './schema/section.ts';
import { soundEntriesOnly, soundPart } from './schema/sound-part.ts';
import type { ChecklistItemData, StageData } from './schema/stage.ts';
import { sealOf } from './seal.ts';
import { contentsOf, type SectionContents } from './section-contents.ts';
import { isSound, soundEntries } from './sound-entries.ts';

/** One file as it was read: `data` is undefined where it is missing or is no YAML of ours. */
export interface SourceFile {
  readonly file: string;
  readonly data: unknown;
}

/** A file's data with what its schema says of it. */
export interface CheckedFile extends SourceFile {
  readonly problems: readonly Problem[];
}

/** A mapping that stands in a list of some file, with its place. */
export interface Entry<T = Readonly<Record<string, unknown>>> {
  readonly value: T;
  readonly file: string;
  readonly path: DataPath;
}

/** One stage: what the model says of it and what its file holds. */
export interface StageRecord {
  readonly stage: ModelStage;
  readonly number: number;
  /** The sections that its file can hold. */
  readonly sections: readonly Section[];
  readonly source: CheckedFile;
  /** The sound items of its checklist. */
  readonly items: readonly Entry<ChecklistItemData>[];
  /** The seal over the stage as it is, worked out when it is first asked for; undefined where its file cannot be read. */
  readonly seal: () => string | undefined;
}

/**
 * A partnership as data. What a file gets wrong is left out of the typed parts and stands in
 * `problems` of that file, so that one broken entry never hides the rest.
 */
export interface Partnership {
  readonly id: string;
  readonly name: string;
  /** The tag of the language that its texts are in. */
  readonly language: string;
  readonly currency: string | null;
  readonly started: string | null;
  readonly model: Model;
  readonly home: CheckedFile;
  readonly book: CheckedFile;
  readonly partners: readonly Entry<PartnerData>[];
  readonly stages: readonly StageRecord[];
  /** What the stages' files hold of each section, by its name. */
  readonly contents: ReadonlyMap<string, SectionContents>;
  /** Every list of entries in the files, with the fields that its schema gives them. */
  readonly lists: readonly EntryList[];
  readonly reviews: readonly Entry<ReviewData>[];
}

/** Checks each file against its schema and gathers what is usable into one partnership. */
export async function assemblePartnership(
  model: Model,
  home: SourceFile,
  book: SourceFile,
  stages: readonly SourceFile[],
): Promise<Partnership> {
  return partnershipOf(
    model,
    await checkFile(model, { partnership: languagesOf(model) }, home),
    await checkFile(model, 'reviews', book),
    await Promise.all(
      model.stages.map((stage, index) =>
        checkStage(model, stage, sectionsOfStage(model, stage), stageSource(model, stages, index)),
      ),
    ),
  );
}

/**
 * A partnership as far as its files are sound, without a word on what is not: what a schema refuses is left
 * out, and nothing is explained, which would take longer than all the rest.
 */
export function sketchPartnership(
  model: Model,
  home: SourceFile,
  book: SourceFile,
  stages: readonly SourceFile[],
): Partnership {
  const sound = (schema: FileSchema, { file, data }: SourceFile): CheckedFile => {
    return { file, data: soundPart(outlineOfFile(schema), data), problems: [] };
  };
  return partnershipOf(
    model,
    sound({ partnership: languagesOf(model) }, home),
    { ...book, data: soundEntriesOnly(outlineOfFile('reviews'), book.data), problems: [] },
    model.stages.map((stage, index) =>
      sound({ stage: sectionsOfStage(model, stage) }, stageSource(model, stages, index)),
    ),
  );
}

function stageSource(model: Model, stages: readonly SourceFile[], index: number): SourceFile {
  return stages[index] ?? { file: stageFile(model, index), data: undefined };
}

function partnershipOf(
  model: Model,
  home: CheckedFile,
  book: CheckedFile,
  files: readonly CheckedFile[],
): Partnership {
  const data = (home.data ?? {}) as Partial<PartnershipData>;
  const partners = soundEntries<PartnerData>(home, ['partners']);
  const stages = model.stages.map((stage, index) =>
    recordOf(model, stage, index + 1, files[index] as CheckedFile),
  );
  const contents = contentsOf(stages);
  return {
    id: textOr(data.id, ''),
    name: textOr(data.name, textOr(data.id, '')),
    language: languagesOf(model).find((known) => known === data.language) ?? 'en',
    currency: typeof data.currency === 'string' ? data.currency : null,
    started: isSound(home, ['started']) && typeof data.started === 'string' ? data.started : null,
    model,
    home,
    book,
    partners,
    stages,
    contents,
    lists: entryListsOf({ partners, stages, contents }),
    reviews: soundEntries<ReviewData>(book, ['reviews']),
  };
}

function recordOf(model: Model, stage: ModelStage, number: number, source: CheckedFile): StageRecord {
  const items = soundEntries<ChecklistItemData>(source, ['checklist']);
  const sections = sectionsOfStage(model, stage);
  // A status asks twice for the seal of each stage that was passed.
  return { stage, number, sections, source, items, seal: once(() => sealOf(source.data, sections)) };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

async function checkFile(model: Model, schema: FileSchema, source: SourceFile): Promise<CheckedFile> {
  const problems = source.data === undefined ? [] : await checkSchema(schema, source.data);
  return { ...source, problems: withMisplaced(model, problems) };
}

async function checkStage(
  model: Model,
  stage: ModelStage,
  sections: readonly Section[],
  source: SourceFile,
): Promise<CheckedFile> {
  const checked = await checkFile(model, { stage: sections }, source);
  const other = exchangedFor(model, stage, source.data);
  if (other === undefined) return checked;
  const problems = checked.problems.filter(
    ({ code, params }) => code !== 'misplaced-section' || !other.sections.includes(String(params?.section)),
  );
  return { ...checked, problems };
}

/** The stage of the partnership's model that holds a section; undefined where none does. */
export function stageHolding({ contents }: Partnership, section: string): StageRecord | undefined {
  return contents.get(section)?.record;
}

/** The sound entries of a list section, wherever the model keeps it; `partners` included. */
export function entriesOf<T = Readonly<Record<string, unknown>>>(
  { partners, contents }: Partnership,
  section: string,
): readonly Entry<T>[] {
  const entries: readonly Entry<unknown>[] | undefined =
    section === 'partners' ? partners : contents.get(section)?.entries;
  return (entries ?? []) as readonly Entry<T>[];
}

/** A section that is one mapping, where it stands and its schema accepts it. */
export function mappingOf<T = Readonly<Record<string, unknown>>>(
  { contents }: Partnership,
  section: string,
): Entry<T> | undefined {
  return contents.get(section)?.mapping as Entry<T> | undefined;
}

/** A stage file's data as its type, where it could be read at all. */
export function stageData(record: StageRecord): Partial<StageData> {
  const { data } = record.source;
  return typeof data === 'object' && data !== null ? (data as Partial<StageData>) : {};
}

/** One line of a stage's checklist as the gate sees it: the file's item with the model's demands. */
export interface ChecklistLine {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
  readonly evidenceRequired: boolean;
  readonly done: boolean;
  readonly evidence: readonly string[];
  /** Undefined where the model asks for the item and the file does not have it. */
  readonly index: number | undefined;
}

/**
 * The checklist of a stage: the file's items in the file's order, then those that the model
 * requires and the file lacks. An item that the model requires stays required whatever the file says.
 */
export function checklistOf(record: StageRecord, language: string): ChecklistLine[] {
  const listed = stageData(record).checklist;
  const items = Array.isArray(listed) ? listed : [];
  const demands = new Map(record.stage.checklist.map((item) => [item.id, item]));
  const lines = items.flatMap((item, index): ChecklistLine[] => {
    if (typeof item !== 'object' || item === null || typeof item.id !== 'string') return [];
    const demand = demands.get(item.id);
    return [
      {
        id: item.id,
        text: typeof item.text === 'string' ? item.text : item.id,
        required: item.required === true || demand?.required === true,
        evidenceRequired: item.evidence_required === true || demand?.evidence_required === true,
        done: item.done === true,
        evidence: Array.isArray(item.evidence)
          ? item.evidence.filter((entry: unknown) => typeof entry === 'string')
          : [],
        index,
      },
    ];
  });
  const present = new Set(lines.map(({ id }) => id));
  const removed = record.stage.checklist.filter((item) => item.required && !present.has(item.id));
  return [
    ...lines,
    ...removed.map((item) => ({
      id: item.id,
      text: item.text[language] ?? item.text.en ?? item.id,
      required: true,
      evidenceRequired: item.evidence_required === true,
      done: false,
      evidence: [],
      index: undefined,
    })),
  ];
}

/** The version of the format that a `partnership.yaml` says it has, where it says one. */
export function declaredFormat(data: unknown): number | undefined {
  const format = valueAt(data, ['format']);
  return typeof format === 'number' ? format : undefined;
}

/** Says whether this program knows a folder's format. */
export function isKnownFormat(data: unknown): boolean {
  const declared = declaredFormat(data);
  return declared === undefined || declared === folderFormat;
}

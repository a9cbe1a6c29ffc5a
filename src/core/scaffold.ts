import type { CalendarDate } from './calendar-date.ts';
import { spokenLanguage } from './language.ts';
import { inLanguage, stageFile } from './model.ts';
import type { Model, ModelStage } from './schema/model.ts';
import type { PartnerData, PartnershipData } from './schema/partnership.ts';
import { folderFormat } from './schema/rules.ts';
import { fileKinds, modelines } from './schema/schema-files.ts';
import type { StageData } from './schema/stage.ts';

/** What a new partnership is told to be. */
export interface NewPartnership {
  readonly id: string;
  readonly name: string;
  /** The tag of the language that its texts are in. */
  readonly language: string;
  readonly model: Model;
  readonly started: CalendarDate;
  readonly currency: string;
  readonly partners: readonly PartnerData[];
}

/** A file of a new partnership: its data, and the comment lines that open it. */
export interface NewFile {
  readonly file: string;
  readonly comment: readonly string[];
  readonly data: object;
}

/** The files of a new partnership: a file a stage, the minutes book, and last what makes it one. */
export function newPartnershipFiles(partnership: NewPartnership): NewFile[] {
  const { id, name, language, model, started, currency, partners } = partnership;
  const home: PartnershipData = {
    format: folderFormat,
    id,
    name,
    language,
    model: model.model,
    ...(model.version > 1 ? { model_version: model.version } : {}),
    started,
    currency,
    partners: [...partners],
  };
  const files = [
    ...model.stages.map((stage, index) => newStageFile(model, stage, index, language)),
    { file: 'reviews.yaml', comment: [fileComments.book[spokenLanguage(language)]], data: { reviews: [] } },
    { file: 'partnership.yaml', comment: [], data: home },
  ];
  const kinds = new Map(fileKinds(model).map((kind) => [kind.file, kind]));
  return files.map((file) => {
    const kind = kinds.get(file.file);
    return kind === undefined ? file : { ...file, comment: [...modelines(kind), ...file.comment] };
  });
}

/** What the first lines of files say, in each language. */
export const fileComments = {
  stage: {
    en: (number: number, of: number, title: string) => `Stage ${number} of ${of}: ${title}`,
    he: (number: number, of: number, title: string) => `שלב ${number} מתוך ${of}: ${title}`,
  },
  sections: {
    en: (names: string) => `Sections that can stand here: ${names}`,
    he: (names: string) => `פרקים שיכולים לעמוד כאן: ${names}`,
  },
  book: {
    en: 'The minutes book: gate reviews, oldest first, only ever added to.',
    he: 'פנקס הבחינות: בחינות שער, מהישנה לחדשה; רק מוסיפים לו.',
  },
};

function newStageFile(model: Model, stage: ModelStage, index: number, language: string): NewFile {
  const title = inLanguage(stage.title, language);
  const data: StageData = {
    stage: stage.id,
    title,
    checklist: stage.checklist.map((item) => ({
      id: item.id,
      text: inLanguage(item.text, language),
      required: item.required,
      ...(item.evidence_required === true ? { evidence_required: true } : {}),
      done: false,
    })),
    ...startingMetrics(model, stage, language),
  };
  const comment = [
    fileComments.stage[spokenLanguage(language)](index + 1, model.stages.length, title),
    inLanguage(stage.purpose, language),
    ...(stage.sections.length > 0
      ? [fileComments.sections[spokenLanguage(language)](stage.sections.join(', '))]
      : []),
  ];
  return { file: stageFile(model, index), comment, data };
}

/** The metrics that a partnership of the model begins with, in the file of the stage that holds them. */
function startingMetrics({ metrics = [] }: Model, stage: ModelStage, language: string) {
  if (metrics.length === 0 || !stage.sections.includes('metrics')) return {};
  return {
    metrics: metrics.map(({ id, name, kind, unit, aggregate, role }) => ({
      id,
      name: inLanguage(name, language),
      kind,
      ...(unit === undefined ? {} : { unit: inLanguage(unit, language) }),
      aggregate,
      ...(role === undefined ? {} : { role }),
    })),
  };
}

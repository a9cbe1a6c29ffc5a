import type { Model, ModelStage } from '../../src/core/schema/model.ts';
import { emitYaml } from '../../src/store/yaml/emit.ts';

/** Texts of the trial models, so that both languages are tried with the same cases. */
const hebrew: Readonly<Record<string, string>> = {
  Begin: 'התחלה',
  Work: 'עבודה',
  'Real work': 'עבודה של ממש',
  Check: 'בדיקה',
  End: 'סיום',
  'It is agreed': 'הוסכם',
  'It is agreed in writing': 'הוסכם בכתב',
  'All are heard': 'כולם נשמעו',
  'Something more': 'משהו נוסף',
  'It is done': 'נעשה',
  'It is counted': 'נספר',
  'The old thing': 'הדבר הישן',
  'First things first': 'קודם כול',
  'All are told': 'כולם יודעים',
};

/** A text in the model's two languages. */
function told(text: string): { en: string; he: string } {
  return { en: text, he: hebrew[text] ?? `${text}, בעברית` };
}

/** The same in one language. */
export function inWords(text: string, language: 'en' | 'he'): string {
  return told(text)[language];
}

type Item = ModelStage['checklist'][number];

/** An item of a trial model: required unless told otherwise. */
export function item(id: string, text: string, more: Partial<Item> = {}): Item {
  return { id, required: true, ...more, text: told(text) };
}

/** A stage of a trial model. */
export function stage(
  id: string,
  title: string,
  checklist: readonly Item[],
  more: Partial<ModelStage> = {},
): ModelStage {
  return {
    id,
    title: told(title),
    purpose: told(`Why ${title}`),
    sections: [],
    ...more,
    checklist: [...checklist],
  };
}

/** A model of one's own with those stages. */
export function modelOf(version: number, stages: readonly ModelStage[]): Model {
  return {
    ...{ format: 1, model: 'our-way', version, languages: ['en', 'he'] },
    title: told('Our way'),
    stages: [...stages],
  };
}

/** The file of a model. */
export function modelText(model: Model): string {
  return emitYaml(JSON.parse(JSON.stringify(model)), { indent: 2, eol: '\n' });
}

const begin = stage(
  'begin',
  'Begin',
  [
    item('agreed', 'It is agreed'),
    item('heard', 'All are heard'),
    item('extra', 'Something more', { required: false }),
  ],
  { sections: ['challenge', 'goals'] },
);
const work = stage(
  'work',
  'Work',
  [
    item('done', 'It is done'),
    item('counted', 'It is counted', { required: false }),
    item('oldie', 'The old thing'),
  ],
  { sections: ['activities', 'milestones'] },
);
const end = stage('end', 'End', [item('told', 'All are told')], { sections: ['exit', 'lessons'] });

/** The three stages that the cases begin with. */
export const first = { begin, work, end };

/** Version 1 of the trial model. */
export const versionOne: Model = modelOf(1, [begin, work, end]);

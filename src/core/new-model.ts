import type { Model } from './schema/model.ts';

type Texts = Readonly<Record<'en' | 'he', string>>;

/**
 * A section and a metric as a model can declare them, to be shown to somebody who writes one: in the languages
 * of their model, as far as we speak them.
 */
export function exampleDeclarations(languages: readonly string[]): Pick<Model, 'own_sections' | 'metrics'> {
  const text = (texts: Texts) =>
    Object.fromEntries(languages.map((tag) => [tag, tag === 'he' ? texts.he : texts.en]));
  return {
    own_sections: [
      {
        id: 'site_visits',
        title: text({ en: 'Site visits', he: 'ביקורים בשטח' }),
        running: true,
        fields: [
          { key: 'place', label: text({ en: 'Where', he: 'היכן' }), type: 'text', required: true },
          {
            key: 'held_on',
            label: text({ en: 'Held on', he: 'נערך ביום' }),
            type: 'happened',
            required: true,
          },
          { key: 'host', label: text({ en: 'Host', he: 'מארח' }), type: 'partner' },
          { key: 'people', label: text({ en: 'People met', he: 'אנשים שפגשנו' }), type: 'whole', min: 0 },
          {
            key: 'outcome',
            label: text({ en: 'How it went', he: 'איך היה' }),
            type: 'choice',
            choices: [
              { word: 'good', label: text({ en: 'well', he: 'טוב' }) },
              { word: 'poor', label: text({ en: 'badly', he: 'לא טוב' }) },
            ],
          },
        ],
        measures: [{ metric: 'people-met', on: 'held_on', value: 'people' }],
      },
    ],
    metrics: [
      {
        id: 'people-met',
        name: text({ en: 'People met', he: 'אנשים שפגשנו' }),
        kind: 'output',
        aggregate: 'latest',
      },
    ],
  };
}

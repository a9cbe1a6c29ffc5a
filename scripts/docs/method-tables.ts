import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Model } from '../../src/core/schema/model.ts';
import type { Language } from '../../src/core/schema/partnership.ts';

const words = {
  en: { stage: 'stage', asks: 'what it is for', gate: 'what the gate wants to see' },
  he: { stage: 'שלב', asks: 'לשם מה', gate: 'מה השער רוצה לראות' },
} as const;

/** The tables of docs/METHOD.md by the names of their places, in Markdown, made from the model of ten stages. */
export function methodTables(root: string, language: Language): Readonly<Record<string, string>> {
  const model = parse(readFileSync(join(root, 'templates/models/iblf-10/model.yaml'), 'utf8')) as Model;
  const w = words[language];
  const rows = model.stages.map(({ title, purpose, checklist }, index) => {
    const needed = checklist.filter(({ required }) => required).map(({ text }) => text[language]);
    return `| ${index + 1} | **${title[language]}** | ${purpose[language]} | ${needed.join(' · ')} |`;
  });
  return {
    stages: [`| | ${w.stage} | ${w.asks} | ${w.gate} |`, '|---|---|---|---|', ...rows, ''].join('\n'),
  };
}

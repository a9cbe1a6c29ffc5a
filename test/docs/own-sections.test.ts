import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Model } from '../../src/core/schema/model.ts';
import { accepts } from '../../src/core/schema/outline.ts';
import { outlines } from '../../src/core/schema/outlines.ts';
import { ownFieldTypes } from '../../src/core/schema/own-fields.ts';
import { ownModel } from '../core/schema/own-model.ts';

describe.each(['FORMAT.md', 'FORMAT.he.md'])('what %s says of sections of a model’s own', (name) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

  it('names every type of field, in their order', () => {
    const rows = [...text.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, key]) => key);
    const from = rows.lastIndexOf('text');
    expect(rows.slice(from, from + ownFieldTypes.length)).toEqual([...ownFieldTypes]);
  });

  it('shows an example that a model can hold', () => {
    const [example = ''] = /^ {4}own_sections:\n(?: {4}.*\n)+/m.exec(text) ?? [];
    const { own_sections: sections } = parse(example.replace(/^ {4}/gm, '')) as Pick<Model, 'own_sections'>;
    expect(accepts(outlines.model, { ...ownModel, own_sections: sections })).toBe(true);
  });
});

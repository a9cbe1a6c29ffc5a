import { describe, expect, it } from 'vitest';
import { checkTemplate, type TemplateNames } from '../../src/core/documents/check-template.ts';
import { parseTemplate } from '../../src/core/documents/template.ts';

describe('parseTemplate', () => {
  it('reads what stands on lines of its own, and paragraphs over several', () => {
    const text =
      '# {{name}}: x\n\nOne\r\ntwo {{ vision }}.\n- item\n> note\n{{> risks: text, owner (Who)}}\n';
    const { nodes, problems } = parseTemplate(text);
    expect(problems).toEqual([]);
    expect(nodes.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'item', 'note', 'block']);
    expect(nodes[1]).toMatchObject({
      parts: [
        { kind: 'words', text: 'One' },
        { kind: 'words', text: ' ' },
        { kind: 'words', text: 'two ' },
        { kind: 'field', name: 'vision', at: text.indexOf('{{ vision') },
        { kind: 'words', text: '.' },
      ],
    });
    expect(nodes[4]).toMatchObject({
      name: 'risks',
      at: text.indexOf('{{> risks'),
      columns: [
        { name: 'text', title: null, at: text.indexOf('text, owner') },
        { name: 'owner', title: 'Who', at: text.indexOf('owner (') },
      ],
    });
  });

  it('keeps the conditions that a thing stands under, from the outside in', () => {
    const { nodes, conditions } = parseTemplate('{{#a}}\n{{^b}}\ntext\n{{/b}}\n{{/a}}\nfree');
    const told = nodes.map(({ when }) => when.map(({ name, not }) => `${not ? '^' : '#'}${name}`));
    expect(told).toEqual([['#a', '^b'], []]);
    expect(conditions.map(({ name, at }) => [name, at])).toEqual([
      ['a', 0],
      ['b', 7],
    ]);
  });

  it.each([
    ['text {{name', 'template-syntax', 5],
    ['a\n{{Name}}', 'template-syntax', 2],
    ['{{> }}', 'template-syntax', 0],
    ['- x }} y', 'template-syntax', 4],
    ['{{#a}}\ntext', 'template-not-closed', 0],
    ['  {{/a}}', 'template-not-open', 2],
    ['{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}\n{{/a}}', 'template-not-open', 14],
  ])('places what is wrong in %j', (text, code, at) => {
    expect(parseTemplate(text).problems[0]).toMatchObject({ code, at });
  });

  it('ends on any text, and loses no word of one without marks', () => {
    const words = 'שלום, world 42';
    expect(parseTemplate(words).nodes).toMatchObject([{ parts: [{ kind: 'words', text: words }] }]);
    for (const text of ['', '{{', '}}{{', '{{#', '{{>x:,,}}', '#', '\r\n\r\n'])
      expect(() => parseTemplate(text)).not.toThrow();
  });
});

describe('checkTemplate', () => {
  const names: TemplateNames = {
    fields: new Set(['vision', 'name']),
    flags: new Set(['draft']),
    signatures: new Set(['signatures']),
    tables: new Map([['risks', ['text', 'owner']]]),
  };
  const problemsOf = (text: string) =>
    checkTemplate(parseTemplate(text), names).map(({ code, at, params }) => [code, at, params]);

  it('takes what there is, and any clause', () => {
    const text =
      '# {{name}} {{clause.any-thing}}\n{{> risks: owner}}\n{{> signatures}}\n' +
      '{{#draft}}\n{{/draft}}\n{{#risks}}\n{{/risks}}\n{{^vision}}\n{{/vision}}\n{{#clause.x}}\n{{/clause.x}}';
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['{{vison}}', 'template-unknown-name', 0, { name: 'vison', nearest: 'vision' }],
    ['{{draft}}', 'template-unknown-name', 0, { name: 'draft' }],
    ['{{> risk}}', 'template-unknown-name', 0, { name: 'risk', nearest: 'risks' }],
    ['{{> vision}}', 'template-unknown-name', 0, { name: 'vision' }],
    ['{{#dratf}}\n{{/dratf}}', 'template-unknown-name', 0, { name: 'dratf', nearest: 'draft' }],
    ['{{#draft}}\n{{nam}}\n{{/draft}}', 'template-unknown-name', 11, { name: 'nam', nearest: 'name' }],
    ['{{> risks: txet}}', 'template-unknown-column', 11, { name: 'txet', table: 'risks', nearest: 'text' }],
  ])('finds in %j what there is not, also where it is not shown', (text, code, at, params) => {
    expect(problemsOf(text)).toEqual([[code, at, params]]);
  });
});

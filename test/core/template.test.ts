import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../src/core/documents/template.ts';

describe('parseTemplate', () => {
  it('reads what stands on lines of its own, and paragraphs over several', () => {
    const { nodes, problems } = parseTemplate(
      '# {{name}}: x\n\nOne\ntwo {{ vision }}.\n- item\n> note\n{{> risks: text, owner}}\n',
    );
    expect(problems).toEqual([]);
    expect(nodes.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'item', 'note', 'block']);
    expect(nodes[1]).toMatchObject({
      parts: [
        { kind: 'words', text: 'One' },
        { kind: 'words', text: ' ' },
        { kind: 'words', text: 'two ' },
        { kind: 'field', name: 'vision', line: 4, column: 5 },
        { kind: 'words', text: '.' },
      ],
    });
    expect(nodes[4]).toMatchObject({
      name: 'risks',
      columns: [
        { name: 'text', line: 7, column: 12 },
        { name: 'owner', line: 7, column: 18 },
      ],
    });
  });

  it('keeps the conditions that a thing stands under, from the outside in', () => {
    const { nodes } = parseTemplate('{{#a}}\n{{^b}}\ntext\n{{/b}}\n{{/a}}\nfree');
    expect(nodes.map(({ when }) => when.map(({ name, not }) => `${not ? '^' : '#'}${name}`))).toEqual([
      ['#a', '^b'],
      [],
    ]);
  });

  it.each([
    ['text {{name', 'syntax', 1, 6],
    ['a\n{{Name}}', 'syntax', 2, 1],
    ['{{> }}', 'syntax', 1, 1],
    ['{{#a}}\ntext', 'not-closed', 1, 1],
    ['  {{/a}}', 'not-open', 1, 3],
    ['{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}\n{{/a}}', 'not-open', 3, 1],
  ])('places what is wrong in %j', (text, code, line, column) => {
    expect(parseTemplate(text).problems[0]).toMatchObject({ code, line, column });
  });

  it('ends on any text, and loses no word of one without marks', () => {
    const words = 'שלום, world 42';
    expect(parseTemplate(words).nodes).toMatchObject([{ parts: [{ kind: 'words', text: words }] }]);
    for (const text of ['', '{{', '}}{{', '{{#', '{{>x:,,}}', '#', '\r\n\r\n'])
      expect(() => parseTemplate(text)).not.toThrow();
  });
});

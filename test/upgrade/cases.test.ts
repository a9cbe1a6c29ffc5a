import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/core/schema/model.ts';
import { type Language, layOut, scaffold, type Texts, textsIn, upgrade } from './folder.ts';
import { first, inWords, item, modelOf, stage, versionOne } from './models.ts';

const { begin, work, end } = first;

interface Outcome {
  readonly files: Texts;
  readonly conflicts: readonly { readonly file: string; readonly path: string }[];
  readonly notes: readonly object[];
}

/** Upgrades a partnership whose begin stage reads as told below its head. */
async function upgraded(
  language: Language,
  next: Model,
  edit: (files: Record<string, string>) => void,
): Promise<Outcome> {
  const files: Record<string, string> = { ...(await scaffold(versionOne, language)) };
  edit(files);
  const root = layOut(files);
  const { conflicts, notes } = await upgrade(root, next);
  return { files: textsIn(root), conflicts, notes };
}

const beginFile = 'stages/01-begin.yaml';
const workFile = 'stages/02-work.yaml';
const headOf = (text: string) => text.slice(0, text.indexOf('stage:'));
const bodyOf = (text: string | undefined) => (text ?? '').slice((text ?? '').indexOf('stage:'));

/** Version 2 with another begin stage. */
const withBegin = (...items: readonly Parameters<typeof stage>[2][number][]) =>
  modelOf(2, [{ ...begin, checklist: [...items] }, work, end]);

const [agreed, heard, extra] = begin.checklist as [
  Parameters<typeof stage>[2][number],
  Parameters<typeof stage>[2][number],
  Parameters<typeof stage>[2][number],
];

/** A case: the new items of `begin`, what stands in the file below `title:`, and what stands there afterwards. */
interface Case {
  readonly name: string;
  readonly next: Model;
  readonly is: (t: (text: string) => string) => string;
  readonly becomes: (t: (text: string) => string) => string;
  readonly conflicts?: readonly string[];
  readonly notes?: readonly object[];
}

const note = (kind: string, name: string) => ({ kind, stage: 'begin', item: name });

const cases: readonly Case[] = [
  {
    name: 'an item that the model words anew, ticked and with comments: the wording is taken, all else stays',
    next: withBegin(item('agreed', 'It is agreed in writing'), heard, extra),
    is: (t) => `checklist:
  # first of all
  - id: agreed   # ours
    text: ${t('It is agreed')}   # as in the model
    required: true
    done: true
    on: 2026-02-03
    by: דנה
    evidence: [docs/memo.pdf]
    x-room: 12
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  # first of all
  - id: agreed   # ours
    text: ${t('It is agreed in writing')}   # as in the model
    required: true
    done: true
    on: 2026-02-03
    by: דנה
    evidence: [docs/memo.pdf]
    x-room: 12
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    notes: [note('item_text', 'agreed')],
  },
  {
    name: 'an item that the person worded and the model did not: theirs stays',
    next: withBegin(agreed, item('heard', 'All are heard', { evidence_required: true }), extra),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')} – in our words
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')} – in our words
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    evidence_required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    notes: [note('item_evidence', 'heard')],
  },
  {
    name: 'an item that both worded anew: both stand between marks, with what it was',
    next: withBegin(item('agreed', 'It is agreed in writing'), heard, extra),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')} – in our words   # Dana's
    required: true
    done: true
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
<<<<<<< yours
    text: ${t('It is agreed')} – in our words   # Dana's
||||||| base
    text: ${t('It is agreed')}
=======
    text: ${t('It is agreed in writing')}
>>>>>>> model our-way version 2
    required: true
    done: true
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    conflicts: ['checklist[0].text'],
    notes: [],
  },
  {
    name: 'new items: each in its place, beside the items that the person added',
    next: withBegin(item('first', 'First things first'), agreed, item('told', 'All are told'), heard, extra),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: true
  - id: own
    text: ours
    required: false
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: first
    text: ${t('First things first')}
    required: true
    done: false
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: true
  - id: own
    text: ours
    required: false
    done: false
  - id: told
    text: ${t('All are told')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    notes: [note('item_added', 'first'), note('item_added', 'told')],
  },
  {
    name: 'items that the model drops: the untouched one goes, the ticked, the reworded and the commented stay',
    next: modelOf(2, [{ ...begin, checklist: [] }, work, end]),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: true
  # ask Noa
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: true
  # ask Noa
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
`,
    notes: [note('item_kept', 'agreed'), note('item_kept', 'heard'), note('item_removed', 'extra')],
  },
  {
    name: 'an optional item that the person took out: it stays out, reworded or not',
    next: withBegin(agreed, heard, item('extra', 'Something else', { required: false })),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
`,
    notes: [],
  },
  {
    name: 'an optional item that the person took out and the gate asks for now: it comes back',
    next: withBegin(agreed, heard, item('extra', 'Something more')),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: true
    done: false
`,
    notes: [note('item_added', 'extra')],
  },
  {
    name: 'an item under another id: the tick goes with it',
    next: withBegin(agreed, item('everyone-heard', 'All are heard', { renamed_from: ['heard'] }), extra),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard # so far
    text: ${t('All are heard')}
    required: true
    done: true
    by: Noa
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: everyone-heard # so far
    text: ${t('All are heard')}
    required: true
    done: true
    by: Noa
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    notes: [{ ...note('item_renamed', 'everyone-heard'), from: 'heard' }],
  },
  {
    name: 'items in another order: they move with their comments, unless the person ordered them otherwise',
    next: withBegin(extra, heard, agreed),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  # the big one
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: true
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
`,
    becomes: (t) => `checklist:
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
  # the big one
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: true
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
`,
    notes: [],
  },
  {
    name: 'an item of the person that has the id of a new one: the tick stays, both wordings stand between marks',
    next: withBegin(agreed, heard, extra, item('told', 'All are told')),
    is: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
  - id: told
    text: we told them
    required: false
    done: true
`,
    becomes: (t) => `checklist:
  - id: agreed
    text: ${t('It is agreed')}
    required: true
    done: false
  - id: heard
    text: ${t('All are heard')}
    required: true
    done: false
  - id: extra
    text: ${t('Something more')}
    required: false
    done: false
  - id: told
<<<<<<< yours
    text: we told them
||||||| base
=======
    text: ${t('All are told')}
>>>>>>> model our-way version 2
    required: true
    done: true
`,
    conflicts: ['checklist[3].text'],
    notes: [note('item_added', 'told')],
  },
];

describe.each(['en', 'he'] as const)('in %s, a stage file after an upgrade:', (language) => {
  const t = (text: string) => inWords(text, language);
  const stageLines = `stage: begin\ntitle: ${t('Begin')}\n`;

  it.each(cases)('$name', async ({ next, is, becomes, conflicts = [], notes }) => {
    const outcome = await upgraded(language, next, (files) => {
      files[beginFile] = `${headOf(files[beginFile] ?? '')}${stageLines}owner: דנה\n${is(t)}x-ours: [1, 2]\n`;
    });
    expect(outcome.files[beginFile]).toBe(
      `${headOf((await scaffold(next, language))[beginFile] ?? '')}${stageLines}owner: דנה\n${becomes(t)}x-ours: [1, 2]\n`,
    );
    expect(outcome.conflicts).toEqual(conflicts.map((path) => ({ file: beginFile, path })));
    if (notes !== undefined) expect(outcome.notes).toEqual(notes);
  });

  it.each(cases)('$name, in CRLF', async ({ next, is, becomes }) => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const outcome = await upgraded(language, next, (files) => {
      files[beginFile] = crlf(`${headOf(files[beginFile] ?? '')}${stageLines}${is(t)}`);
    });
    expect(bodyOf(outcome.files[beginFile])).toBe(crlf(stageLines + becomes(t)));
  });

  it('keeps the order of the person, who moved items too', async () => {
    const outcome = await upgraded(language, withBegin(extra, heard, agreed), (files) => {
      const text = files[beginFile] ?? '';
      const [head = '', a = '', b = '', c = ''] = text.split(/(?=^ {2}- id: )/m);
      files[beginFile] = [head, b, a, c].join('');
    });
    const ids = [...bodyOf(outcome.files[beginFile]).matchAll(/- id: (\S+)/g)].map(([, id]) => id);
    expect(ids).toEqual(['heard', 'agreed', 'extra']);
  });

  it('takes a new title, unless the person gave one: then both stand between marks', async () => {
    const next = modelOf(2, [
      begin,
      stage('work', 'Real work', work.checklist, { sections: work.sections }),
      end,
    ]);
    const taken = await upgraded(language, next, () => {});
    expect(taken.files).toEqual(await scaffold(next, language));
    expect(taken.notes).toEqual([{ kind: 'stage_title', stage: 'work' }]);
    const both = await upgraded(language, next, (files) => {
      files[workFile] = (files[workFile] ?? '').replace(`title: ${t('Work')}`, 'title: Our work');
    });
    expect(both.files[workFile]).toContain(`stage: work
<<<<<<< yours
title: Our work
||||||| base
title: ${t('Work')}
=======
title: ${t('Real work')}
>>>>>>> model our-way version 2
checklist:
`);
  });

  it('brings the comments at its head up to date, but for those that somebody changed', async () => {
    const next = modelOf(2, [{ ...begin, purpose: { en: 'Why now', he: 'למה עכשיו' } }, end]);
    const { files } = await upgraded(language, next, (all) => {
      all[beginFile] = (all[beginFile] ?? '').replace(/^# (?:Stage 1|שלב 1).*$/m, '# mine');
    });
    const wanted = ((await scaffold(next, language))[beginFile] ?? '').replace(
      /^# (?:Stage 1|שלב 1).*$/m,
      '# mine',
    );
    expect(files[beginFile]).toBe(wanted);
  });

  it('carries an item into another stage with its tick and its comments', async () => {
    const next = modelOf(2, [
      { ...begin, checklist: [agreed, extra] },
      { ...work, checklist: [heard, ...work.checklist] },
      end,
    ]);
    const { files, notes } = await upgraded(language, next, (all) => {
      all[beginFile] = (all[beginFile] ?? '').replace(
        `  - id: heard\n    text: ${t('All are heard')}\n    required: true\n    done: false\n`,
        `  # ask Noa\n  - id: heard   # soon\n    text: ${t('All are heard')}\n    required: true\n    done: true\n    by: Noa\n`,
      );
    });
    expect(bodyOf(files[beginFile])).toBe(bodyOf((await scaffold(next, language))[beginFile]));
    expect(bodyOf(files[workFile])).toContain(
      `checklist:\n  # ask Noa\n  - id: heard   # soon\n    text: ${t('All are heard')}\n    required: true\n    done: true\n    by: Noa\n  - id: done\n`,
    );
    expect(notes).toContainEqual({ kind: 'item_moved', stage: 'work', item: 'heard', from: 'begin' });
  });

  it('carries a section into another stage, and sets one aside that the model has no place for', async () => {
    const next = modelOf(2, [
      { ...begin, sections: [] },
      { ...work, sections: ['goals', 'milestones'] },
      { ...end, sections: ['exit', 'lessons', 'activities'] },
    ]);
    const { files, notes } = await upgraded(language, next, (all) => {
      all[beginFile] +=
        'challenge:\n  statement: It is hard   # very\n# what for\ngoals:\n- id: read\n  text: All read\n';
    });
    expect(bodyOf(files[beginFile]).endsWith('x-challenge:\n  statement: It is hard   # very\n')).toBe(true);
    expect(files[workFile]).toContain('\n# what for\ngoals:\n- id: read\n  text: All read\n');
    expect(notes).toEqual([
      { kind: 'section_set_aside', stage: 'begin', section: 'challenge', as: 'x-challenge' },
      { kind: 'section_moved', stage: 'work', section: 'goals', from: 'begin' },
    ]);
  });

  it('adds, renames, moves and drops stages with their files', async () => {
    const next = modelOf(2, [
      begin,
      stage('check', 'Check', [item('looked', 'Looked')]),
      { ...stage('labour', 'Work', work.checklist, { sections: work.sections }), renamed_from: ['work'] },
      { ...end, id: 'finish', renamed_from: ['end'] },
    ]);
    const { files, notes } = await upgraded(language, next, (all) => {
      all[workFile] = (all[workFile] ?? '').replace('done: false', 'done: true');
    });
    const wanted = { ...(await scaffold(next, language)) };
    wanted['stages/03-labour.yaml'] = (wanted['stages/03-labour.yaml'] ?? '').replace(
      'done: false',
      'done: true',
    );
    // The comment that names the schema is the file's own; it follows the new name.
    expect(files).toEqual(wanted);
    expect(notes).toEqual([
      { kind: 'stage_added', stage: 'check' },
      { kind: 'stage_renamed', stage: 'labour', from: 'work' },
      { kind: 'stage_renamed', stage: 'finish', from: 'end' },
    ]);
  });

  it('drops a stage in which nothing was written, and leaves the file of one in which something was', async () => {
    const next = modelOf(2, [begin, end]);
    const untouched = await upgraded(language, next, () => {});
    expect(untouched.files).toEqual(await scaffold(next, language));
    const written = await upgraded(language, next, (all) => {
      all[workFile] += '# see the minutes\n';
    });
    expect(written.files[workFile]?.endsWith('# see the minutes\n')).toBe(true);
    expect(written.notes).toContainEqual({ kind: 'stage_left', stage: 'work' });
  });

  it('keeps every comment in a layout that leaves no way to splice: the whole file stands between marks then', async () => {
    const flow = `checklist: [
  { id: heard, text: ${t('All are heard')}, required: true, done: true }, # asked twice
  { id: agreed, text: ${t('It is agreed')}, required: true, done: false }, # in March
  { id: extra, text: ${t('Something more')}, required: false, done: false }
]
`;
    const next = withBegin(extra, item('first', 'First things first'), agreed, heard);
    const { files, conflicts } = await upgraded(language, next, (all) => {
      all[beginFile] = `${headOf(all[beginFile] ?? '')}${stageLines}${flow}`;
    });
    const text = files[beginFile] ?? '';
    for (const kept of ['# asked twice', '# in March', 'done: true', 'id: first'])
      expect(text).toContain(kept);
    if (conflicts.length > 0) expect(text).toContain(`<<<<<<< yours\n`);
    else expect(text.match(/id: /g)).toHaveLength(4);
  });
});

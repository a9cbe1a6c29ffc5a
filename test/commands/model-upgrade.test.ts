import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../git/repositories.ts';
import { type Language, layOut, scaffold, textsIn } from '../upgrade/folder.ts';
import { first, inWords, item, modelOf, modelText, versionOne } from '../upgrade/models.ts';
import { type Answer, atTerminal, interrupt } from './context.ts';

const { begin, work, end } = first;
const two = modelOf(2, [
  { ...begin, checklist: [item('agreed', 'It is agreed in writing'), ...begin.checklist.slice(1)] },
  { ...work, checklist: [...work.checklist, item('told', 'All are told')] },
  end,
]);

/** A partnership after version 1 with version 2 of the model beside it, in `next/`. */
async function started(language: Language = 'en'): Promise<string> {
  const root = layOut(await scaffold(versionOne, language));
  mkdirSync(join(root, 'next'));
  writeFileSync(join(root, 'next', 'model.yaml'), modelText(two));
  return root;
}

const stageFile = 'stages/01-begin.yaml';
const upgrade = ['model', 'upgrade', '--model', 'next'];

function reword(root: string, language: Language): void {
  const path = join(root, stageFile);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(`text: ${inWords('It is agreed', language)}`, 'text: It is agreed by all'),
  );
}

describe('model upgrade, at a terminal', () => {
  it('shows the difference, says it in words, asks, and writes', async () => {
    const root = await started();
    const before = textsIn(root);
    const { code, out, err, asked } = await atTerminal(root, upgrade, [true]);
    expect(code).toBe(0);
    expect(out).toContain('-    text: It is agreed\n+    text: It is agreed in writing\n');
    // What only editors read is counted, and does not hide what people read.
    expect(out).not.toContain('schemas/');
    expect(err).toContain('and 3 files that nobody writes in');
    expect(err).toContain('our-way: from version 1 to version 2');
    expect(err).toContain('begin – agreed has a new wording');
    expect(err).toContain('work – told is new');
    expect(asked).toEqual(['Write this?']);
    expect(out).toContain('6 files were written.');
    expect(textsIn(root)).not.toEqual(before);
    expect((await atTerminal(root, ['validate', '--strict'])).code).toBe(0);
  });

  it('says it in Hebrew to a partnership in Hebrew', async () => {
    const root = await started('he');
    const { code, err, asked } = await atTerminal(root, upgrade, [true]);
    expect(code).toBe(0);
    expect(err).toContain('our-way: מגרסה 1 לגרסה 2');
    expect(err).toContain('begin – הפריט agreed נוסח מחדש');
    expect(err).toContain('work – נוסף הפריט told');
    expect(asked).toEqual(['לכתוב את זה?']);
  });

  it.each<[string, Answer]>([
    ['no', false],
    ['^C', interrupt],
  ])('writes nothing on %s', async (_name, answer) => {
    const root = await started();
    const before = textsIn(root);
    expect((await atTerminal(root, upgrade, [answer])).code).toBe(130);
    expect(textsIn(root)).toEqual(before);
  });

  it('asks nothing where it is told not to, and nothing where there is nothing to do', async () => {
    const root = await started();
    expect((await atTerminal(root, [...upgrade, '--yes'])).code).toBe(0);
    const again = await atTerminal(root, upgrade);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('follow version 2 of our-way') });
  });

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const root = await started();
    const before = textsIn(root);
    const { code, out, err } = await atTerminal(root, [...upgrade, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('+model_version: 2');
    expect(out).toContain('b/schemas/stages/work.json');
    expect(err).toContain('Dry run: nothing was written.');
    expect(textsIn(root)).toEqual(before);
  });
});

describe('a text that both changed', () => {
  it.each(['en', 'he'] as const)('is left between marks that validate knows, in %s', async (language) => {
    const root = await started(language);
    reword(root, language);
    const { code, out } = await atTerminal(root, [...upgrade, '--yes']);
    expect(code).toBe(1);
    expect(out).toContain(`${stageFile}: checklist[0].text`);
    expect(out).toContain('partner validate');
    const text = readFileSync(join(root, stageFile), 'utf8');
    expect(text).toContain(`<<<<<<< yours
    text: It is agreed by all
||||||| base
    text: ${inWords('It is agreed', language)}
=======
    text: ${inWords('It is agreed in writing', language)}
>>>>>>> model our-way version 2
`);
    const line = text.split('\n').indexOf('<<<<<<< yours') + 1;
    const validated = await atTerminal(root, ['validate', '--json']);
    expect(JSON.parse(validated.out).diagnostics).toMatchObject([
      { code: 'conflict-marker', file: stageFile, line },
    ]);
    // Until it is decided, no command goes past it.
    expect((await atTerminal(root, upgrade)).code).toBe(1);
    writeFileSync(join(root, stageFile), text.replace(/<<<<<<< yours\n(.*\n)[^>]*>>>>>>> .*\n/, '$1'));
    expect((await atTerminal(root, ['validate', '--strict'])).code).toBe(0);
    expect(readFileSync(join(root, stageFile), 'utf8')).toContain('text: It is agreed by all');
  });

  it('is told in JSON, with what else the upgrade does', async () => {
    const root = await started();
    reword(root, 'en');
    const { code, out } = await atTerminal(root, [...upgrade, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      format: 1,
      changed: [
        stageFile,
        'stages/02-work.yaml',
        'models/our-way/model.yaml',
        'schemas/reviews.json',
        'schemas/stages/work.json',
        'partnership.yaml',
      ],
      result: {
        ...{ model: 'our-way', from: 1, to: 2, format: null },
        notes: [{ kind: 'item_added', stage: 'work', item: 'told' }],
        conflicts: [{ file: stageFile, path: 'checklist[0].text' }],
        problems: [],
      },
      dry_run: false,
    });
  });
});

describe('model upgrade --commit', () => {
  it('commits the files that it wrote and nothing else, those that go among them', async () => {
    const root = await started();
    git(root, ['init', '-q', '-b', 'main']);
    git(root, ['config', 'user.name', 'Dana']);
    git(root, ['config', 'user.email', 'dana@example.org']);
    commitAll(root, 'start');
    writeFileSync(
      join(root, 'next', 'model.yaml'),
      modelText(modelOf(2, [begin, { ...work, id: 'labour', renamed_from: ['work'] }, end])),
    );
    writeFileSync(join(root, 'memo.txt'), 'mine');
    const { code, err } = await atTerminal(root, [...upgrade, '--yes', '--commit']);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Committed as') });
    expect(git(root, ['log', '-1', '--format=%s'])).toBe(
      'Readers: from version 1 to version 2 of the model our-way',
    );
    expect(
      git(root, ['status', '--porcelain'])
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['M next/model.yaml', '?? memo.txt']);
    expect(git(root, ['ls-files', 'stages']).split('\n')).toEqual([
      stageFile,
      'stages/02-labour.yaml',
      'stages/03-end.yaml',
    ]);
    const { out } = await atTerminal(root, ['history', '--json']);
    const events = JSON.parse(out).events.map(({ kind, subject }: Record<string, string>) => [kind, subject]);
    expect(events.slice(0, 2)).toEqual([
      ['changed', 'partnership'],
      ['started', 'readers'],
    ]);
    expect((await atTerminal(root, ['history', '--verify'])).code).toBe(0);
    expect((await atTerminal(root, ['status', '--at', 'HEAD~1'])).out).toContain('Work');
  });

  it('commits nothing while there is something to decide', async () => {
    const root = await started();
    git(root, ['init', '-q', '-b', 'main']);
    reword(root, 'en');
    commitAll(root, 'start');
    const { code, out } = await atTerminal(root, [...upgrade, '--yes', '--commit']);
    expect(code).toBe(1);
    expect(out).toContain('Not committed');
    expect(git(root, ['log', '--oneline']).split('\n')).toHaveLength(1);
  });

  it('says before it writes that there is no repository', async () => {
    const root = await started();
    const before = textsIn(root);
    expect((await atTerminal(root, [...upgrade, '--yes', '--commit'])).code).toBe(2);
    expect(textsIn(root)).toEqual(before);
  });
});

describe('model upgrade, wrong turns', () => {
  it('does not merge a file that cannot be read', async () => {
    const root = await started();
    writeFileSync(join(root, stageFile), 'stage: [');
    const before = textsIn(root);
    expect(await atTerminal(root, [...upgrade, '--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining(stageFile),
    });
    expect(textsIn(root)).toEqual(before);
  });

  it.each([
    ['another model', modelText({ ...two, model: 'their-way' }), 'their-way'],
    ['an earlier version', modelText({ ...two, version: 1, stages: two.stages }), 'raise its `version`'],
    ['an unsound one', 'format: 1\n', 'next'],
  ])('refuses %s', async (_name, text, told) => {
    const root = await started();
    writeFileSync(join(root, 'next', 'model.yaml'), text);
    const before = textsIn(root);
    const { code, err } = await atTerminal(root, [...upgrade, '--yes']);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(told);
    expect(textsIn(root)).toEqual(before);
  });

  it('leaves a file alone that has the name of one to come', async () => {
    const root = await started();
    writeFileSync(
      join(root, 'next', 'model.yaml'),
      modelText(
        modelOf(
          2,
          [begin, work, { ...begin, id: 'more' }, end].map((one, index) =>
            index === 2 ? { ...one, sections: [] } : one,
          ),
        ),
      ),
    );
    writeFileSync(join(root, 'stages', '03-more.yaml'), 'mine');
    const before = textsIn(root);
    expect(await atTerminal(root, [...upgrade, '--yes'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('stages/03-more.yaml'),
    });
    expect(textsIn(root)).toEqual(before);
  });

  it('says where a new version of a model of one’s own comes from', async () => {
    const root = await started();
    expect(await atTerminal(root, ['model', 'upgrade'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('partner model upgrade --model DIR'),
    });
    expect(await atTerminal(root, ['model', 'upgrade', '--to', '2'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--model DIR'),
    });
  });
});

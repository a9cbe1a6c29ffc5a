import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/core/schema/model.ts';
import { loadFolder } from '../../src/store/load-partnership.ts';
import { run } from '../cli/program.ts';
import { type Language, layOut, resources, scaffold, textsIn, upgrade } from './folder.ts';
import { first, item, modelOf, stage, versionOne } from './models.ts';

const { begin, work, end } = first;
const load = (root: string) => loadFolder(root, { today: '2026-03-01', resources });

/** A partnership that has passed its first gate. */
async function passed(language: Language = 'en', model: Model = versionOne): Promise<string> {
  const root = layOut(await scaffold(model, language));
  for (const words of [
    ['check', 'agreed', 'heard', '--by', 'Noa'],
    ['advance', '--reviewer', 'Dana'],
  ]) {
    const { code, err } = run(root, words);
    if (code !== 0) throw new Error(err);
  }
  return root;
}

// Asks for one thing more in the stage that was passed, words another anew, takes a section out of it, puts one in.
const two = modelOf(2, [
  stage('begin', 'Begin', [...begin.checklist, item('first', 'First things first')], {
    sections: ['challenge', 'activities'],
  }),
  stage('work', 'Real work', [...work.checklist, item('told', 'All are told')], {
    sections: ['goals', 'milestones'],
  }),
  end,
]);

describe('a stage that was passed', () => {
  it('stays, byte for byte, as it was reviewed, and its gate asks for nothing more', async () => {
    const root = await passed();
    const before = textsIn(root);
    const { notes, problems } = await upgrade(root, two);
    const after = textsIn(root);
    expect(after['stages/01-begin.yaml']).toBe(before['stages/01-begin.yaml']);
    expect(after['reviews.yaml']).toBe(before['reviews.yaml']);
    expect(notes[0]).toEqual({ kind: 'stage_kept', stage: 'begin', version: 1 });
    expect(problems).toEqual([]);
    expect(after['partnership.yaml']).toContain(
      'model: our-way\nmodel_version: 2\nstage_versions:\n  begin: 1\n',
    );
    expect(after['models/our-way/versions/1.yaml']).toBe(before['models/our-way/model.yaml']);
    const { diagnostics, partnership, journey } = await load(root);
    expect(diagnostics).toEqual([]);
    expect(journey?.stages[0]?.passed).toBe(true);
    // A section that it holds is not in two stages; one that came to it stays where it was.
    expect(partnership?.model.stages.map(({ sections }) => sections)).toEqual([
      ['challenge', 'goals'],
      ['milestones', 'activities'],
      ['exit', 'lessons'],
    ]);
    expect(partnership?.model.stages[1]?.checklist.map(({ id }) => id)).toContain('told');
    expect((await upgrade(root, two)).turns).toEqual([]);
  });

  it.each<Language>(['en', 'he'])(
    'keeps the sections that its version declares, as it declares them, in %s',
    async (language) => {
      const title = { en: 'Visits', he: 'ביקורים' };
      const field = (key: string, more: object) => ({ key, label: { en: key, he: key }, ...more });
      const visits = { id: 'visits', title, fields: [field('who', { type: 'text', required: true })] };
      const licence = { id: 'licence', title, form: 'mapping', fields: [field('number', { type: 'text' })] };
      const own = (version: number, sections: readonly string[], declared: readonly object[]): Model => ({
        ...modelOf(version, [{ ...begin, sections: [...begin.sections, ...sections] }, work, end]),
        own_sections: declared as NonNullable<Model['own_sections']>,
      });
      const root = await passed(language, own(1, ['visits', 'licence'], [visits, licence]));
      for (const words of [
        ['advance', '--decision', 'return', '--to', 'begin', '--reason', 'more to say'],
        ['add', 'visits', 'who=Noa'],
        ['set', 'licence', 'number=7'],
        ['advance', '--reviewer', 'Dana'],
      ])
        expect(run(root, words)).toMatchObject({ code: 0 });
      // The next version asks for another field in one, and knows the other no more.
      const place = { ...visits, fields: [field('place', { type: 'text', required: true })] };
      const { problems } = await upgrade(root, own(2, ['visits'], [place]));
      expect(problems).toEqual([]);
      const { diagnostics, partnership, journey } = await load(root);
      expect(diagnostics).toEqual([]);
      expect(journey?.stages[0]?.passed).toBe(true);
      expect(partnership?.stages[0]?.sections.map(({ name }) => name)).toEqual([
        ...begin.sections,
        'visits',
        'licence',
      ]);
      expect(run(root, ['validate', '--strict']).code).toBe(0);
      expect(run(root, ['set', 'visits/noa', 'place=Haifa'])).toMatchObject({ code: 2 });
      expect(run(root, ['set', 'licence', 'number=8'])).toMatchObject({ code: 0 });
      // Open again, the stage is brought along: it follows the new declaration, and what is gone is set aside.
      expect(
        run(root, ['advance', '--decision', 'return', '--to', 'begin', '--reason', 'once more']),
      ).toMatchObject({ code: 0 });
      run(root, ['model', 'upgrade', '--yes']);
      const after = await load(root);
      expect(after.partnership?.stages[0]?.sections.map(({ name }) => name)).toEqual([
        ...begin.sections,
        'visits',
      ]);
      expect(after.diagnostics.map(({ path }) => path).sort()).toEqual(['visits[0].place', 'visits[0].who']);
    },
  );

  it('is brought along once it is open again', async () => {
    const root = await passed();
    await upgrade(root, two);
    const back = ['advance', '--decision', 'return', '--to', 'begin', '--reason', 'more to hear'];
    expect(run(root, back)).toMatchObject({ code: 0 });
    expect((await load(root)).diagnostics).toEqual([]);
    const { code, out } = run(root, ['model', 'upgrade']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('first') });
    const { files, diagnostics } = await load(root);
    expect(diagnostics).toEqual([]);
    expect(files.get('partnership.yaml')?.text).toContain('model_version: 2\nstarted:');
    expect(files.get('stages/01-begin.yaml')?.text).toContain('id: first');
    // What was ticked stays ticked.
    expect(files.get('stages/01-begin.yaml')?.text.match(/by: Noa/g)).toHaveLength(2);
  });

  it('keeps its version over several upgrades', async () => {
    const root = await passed();
    await upgrade(root, two);
    const three = modelOf(
      3,
      two.stages.with(2, { ...end, checklist: [...end.checklist, item('more', 'More')] }),
    );
    await upgrade(root, three);
    expect(textsIn(root)['partnership.yaml']).toContain('model_version: 3\nstage_versions:\n  begin: 1\n');
    expect(Object.keys(textsIn(root)).filter((name) => name.startsWith('models/'))).toEqual([
      'models/our-way/model.yaml',
      'models/our-way/versions/1.yaml',
    ]);
    expect((await load(root)).diagnostics).toEqual([]);
  });

  it('gives a copy of an item that moves on, and stays as it is', async () => {
    const root = await passed();
    const moved = modelOf(2, [
      { ...begin, checklist: begin.checklist.filter(({ id }) => id !== 'heard') },
      { ...work, checklist: [...work.checklist, item('heard', 'All are heard')] },
      end,
    ]);
    await upgrade(root, moved);
    const { files, diagnostics } = await load(root);
    expect(diagnostics).toEqual([]);
    for (const file of ['stages/01-begin.yaml', 'stages/02-work.yaml'])
      expect(files.get(file)?.text).toMatch(/id: heard\n {4}text: .*\n {4}required: true\n {4}done: true\n/);
  });

  it('keeps its old id where the new version renames it', async () => {
    const root = await passed();
    const renamed = modelOf(2, [{ ...begin, id: 'start', renamed_from: ['begin'] }, work, end]);
    await upgrade(root, renamed);
    const { diagnostics, partnership } = await load(root);
    expect(diagnostics).toEqual([]);
    expect(partnership?.stages.map(({ stage: { id } }) => id)).toEqual(['begin', 'work', 'end']);
  });
});

describe('a version that redraws the road', () => {
  it.each([
    ['puts a stage before one that was passed', [stage('zero', 'Zero', []), begin, work, end]],
    ['drops one that was passed', [work, end]],
    ['turns the order around', [work, begin, end]],
  ])('is refused where it %s', async (_name, stages) => {
    const root = await passed();
    const before = textsIn(root);
    await expect(upgrade(root, modelOf(2, stages))).rejects.toMatchObject({
      code: 'upgrade-impossible',
      params: { version: 2, reason: { en: expect.stringContaining('"begin"') } },
    });
    expect(textsIn(root)).toEqual(before);
  });

  it('is taken where the new stage lies ahead, even as the very next one', async () => {
    const root = await passed();
    await upgrade(root, modelOf(2, [begin, stage('check', 'Check', [item('looked', 'Looked')]), work, end]));
    const { diagnostics, journey, partnership } = await load(root);
    expect(diagnostics).toEqual([]);
    expect(partnership?.stages[journey?.current?.index ?? -1]?.stage.id).toBe('check');
  });

  it('is refused by what has ended, and where it lacks the language', async () => {
    const root = await passed();
    expect(run(root, ['advance', '--decision', 'close', '--reason', 'we part']).code).toBe(0);
    await expect(upgrade(root, two)).rejects.toMatchObject({ code: 'upgrade-impossible' });
    const other = await passed('he');
    const english = JSON.parse(JSON.stringify({ ...two, languages: ['en'] }));
    await expect(upgrade(other, english)).rejects.toMatchObject({
      code: 'upgrade-impossible',
      params: { reason: { he: expect.stringContaining('(he)') } },
    });
  });
});

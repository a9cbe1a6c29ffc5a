import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlainMapping } from '../../src/core/equal-data.ts';
import { type Migration, migrated, migrations, migrationsFrom } from '../../src/core/migrations.ts';
import { loadFolder } from '../../src/store/load-partnership.ts';
import { atTerminal } from '../commands/context.ts';
import { commitAll, git } from '../git/repositories.ts';
import { type Language, layOut, resources, scaffold, step, textsIn, upgrade } from './folder.ts';
import { versionOne } from './models.ts';

// A format that never was: the currency stood under `money`, and a stage's owner under `who`.
const fromZero: Migration = {
  from: 0,
  about: { en: 'money is called currency, who is called owner', he: 'money נקרא currency, who נקרא owner' },
  migrate: (files) =>
    new Map(
      [...files].map(([file, data]) => {
        if (!isPlainMapping(data)) return [file, data];
        const { money, who, ...rest } = data;
        return [
          file,
          {
            ...rest,
            ...(money === undefined ? {} : { currency: money }),
            ...(who === undefined ? {} : { owner: who }),
          },
        ];
      }),
    ),
};

const older = [fromZero];

/** A partnership of format 0, with comments and a layout of its own. */
async function ofFormatZero(language: Language = 'en'): Promise<string> {
  const files = { ...(await scaffold(versionOne, language)) };
  const change = (file: string, from: string | RegExp, to: string) => {
    files[file] = (files[file] ?? '').replace(from, to);
  };
  change('partnership.yaml', 'format: 1', '# ours since 2019\nformat: 0   # the first');
  change('partnership.yaml', 'currency: ILS', 'money: ILS   # shekels');
  change('models/our-way/model.yaml', 'format: 1', 'format: 0');
  change('stages/01-begin.yaml', 'checklist:', 'who: "Dana"\nchecklist:');
  return layOut(files);
}

describe('the steps between formats', () => {
  it('are none yet, and lead in order where there are some', () => {
    expect(migrations).toEqual([]);
    expect(migrationsFrom(0, older)).toEqual(older);
    expect(migrationsFrom(-1, older)).toBeUndefined();
    expect(migrationsFrom(1, older)).toBeUndefined();
    const twice = migrated(new Map([['partnership.yaml', { format: -1, who: 'Dana' }]]), [
      { ...fromZero, from: -1, migrate: (files) => files },
      fromZero,
    ]);
    expect(twice.get('partnership.yaml')).toEqual({ format: 1, owner: 'Dana' });
  });
});

describe('a folder of an older format', () => {
  it('is told of by every command, with what to type, and touched by none', async () => {
    const root = await ofFormatZero();
    const before = textsIn(root);
    for (const words of [['status'], ['check', 'agreed'], ['metrics'], ['report'], ['timeline']]) {
      const { code, err, out } = await atTerminal(root, words, [], {}, { migrations: older });
      expect({ code, told: err + out }).toMatchObject({
        code: 2,
        told: expect.stringContaining('partner model upgrade --dry-run'),
      });
    }
    const json = JSON.parse(
      (await atTerminal(root, ['status', '--json'], [], {}, { migrations: older })).out,
    );
    expect(json.error).toMatchObject({ code: 'older-format' });
    const validated = await atTerminal(root, ['validate'], [], {}, { migrations: older });
    expect(validated).toMatchObject({ code: 1, out: expect.stringContaining('older-format') });
    expect(validated.out).toMatch(/^partnership\.yaml:4:9: error\[older-format\]/);
    expect(textsIn(root)).toEqual(before);
  });

  it.each(['en', 'he'] as const)('is brought to this one once somebody said yes, in %s', async (language) => {
    const root = await ofFormatZero(language);
    const told = await atTerminal(root, ['model', 'upgrade', '--dry-run'], [], {}, { migrations: older });
    expect(told.code).toBe(0);
    expect(told.out).toContain('-money: ILS   # shekels\n');
    expect(told.out).toContain('+currency: ILS');
    expect(told.err).toContain(fromZero.about[language]);
    const before = textsIn(root);
    expect((await atTerminal(root, ['model', 'upgrade'], [false], {}, { migrations: older })).code).toBe(130);
    expect(
      (await atTerminal(root, ['model', 'upgrade', '--no-input'], [], {}, { migrations: older })).code,
    ).toBe(2);
    expect(textsIn(root)).toEqual(before);
    const done = await atTerminal(root, ['model', 'upgrade'], [true], {}, { migrations: older });
    expect(done.code).toBe(0);
    const after = textsIn(root);
    expect(after['partnership.yaml']).toContain('# ours since 2019\nformat: 1   # the first\n');
    expect(after['stages/01-begin.yaml']).toContain('\nowner: ');
    expect(after['stages/02-work.yaml']).toBe(before['stages/02-work.yaml']);
    expect(
      (await loadFolder(root, { today: '2026-03-01', resources, migrations: older })).diagnostics,
    ).toEqual([]);
  });

  it('goes on to a newer version of its model in the same step', async () => {
    const root = await ofFormatZero();
    const two = { ...versionOne, version: 2 };
    const { format, turns } = await upgrade(root, two, { migrations: older });
    expect(format).toMatchObject({ from: 0, to: 1 });
    expect(turns.at(-1)?.file).toBe('partnership.yaml');
    expect(readFileSync(join(root, 'partnership.yaml'), 'utf8')).toContain('model_version: 2');
  });

  it('is left for good: what was done before cannot be taken back any more, what comes after can', async () => {
    const root = layOut(await scaffold(versionOne, 'en'));
    await upgrade(root, { ...versionOne, version: 2 });
    const home = join(root, 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace('format: 1', 'format: 0'));
    await upgrade(root, undefined, { migrations: older });
    await expect(step(root, 'undo')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    expect((await atTerminal(root, ['check', 'agreed'])).code).toBe(0);
    expect((await atTerminal(root, ['undo', '--yes'])).code).toBe(0);
    expect((await atTerminal(root, ['undo', '--yes'])).code).toBe(2);
  });

  it('is read where it lies in the past of a newer one', async () => {
    const root = await ofFormatZero();
    git(root, ['init', '-q', '-b', 'main']);
    commitAll(root, 'format 0');
    await upgrade(root, undefined, { migrations: older });
    const { code, out } = await atTerminal(
      root,
      ['status', '--at', 'HEAD', '--json'],
      [],
      {},
      { migrations: older },
    );
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, name: 'Readers' });
  });
});

describe('a folder of a newer format', () => {
  it.each([
    ['en', 'install a newer partner'],
    ['he', 'יש להתקין partner חדש יותר'],
  ] as const)('is refused, with a word on what to do, in %s', async (language, word) => {
    const root = layOut(await scaffold(versionOne, language));
    const home = join(root, 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace('format: 1', 'format: 2'));
    for (const words of [['status'], ['check', 'agreed'], ['model', 'upgrade'], ['export']])
      expect(await atTerminal(root, words)).toMatchObject({ code: 2, err: expect.stringContaining(word) });
    expect(await atTerminal(root, ['validate'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('unsupported-format'),
    });
  });

  it('is told apart from a version of the model that only a newer program has', async () => {
    const root = layOut({
      ...(await scaffold({ ...versionOne, model: 'iblf-10' }, 'en')),
    });
    const home = join(root, 'partnership.yaml');
    writeFileSync(
      home,
      readFileSync(home, 'utf8').replace('model: iblf-10', 'model: iblf-10\nmodel_version: 9'),
    );
    expect(await atTerminal(root, ['status'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('version 9 of iblf-10'),
    });
  });
});

describe('an ended partnership of an older format', () => {
  it('is brought to this one and keeps its model', async () => {
    const root = await ofFormatZero();
    await upgrade(root, undefined, { migrations: older });
    const closing = ['advance', '--decision', 'close', '--reason', 'we part'];
    expect((await atTerminal(root, [...closing, '--no-input'])).code).toBe(0);
    const home = join(root, 'partnership.yaml');
    const back = readFileSync(home, 'utf8').replace('format: 1', 'format: 0').replace('currency:', 'money:');
    writeFileSync(home, back);
    await upgrade(root, undefined, { migrations: older });
    expect((await loadFolder(root, { today: '2026-03-01', resources })).journey?.state).toBe('closed');
  });

  it('is not merged where a file of it cannot be read', async () => {
    const root = await ofFormatZero();
    writeFileSync(join(root, 'stages', '02-work.yaml'), 'stage: [');
    const before = textsIn(root);
    await expect(upgrade(root, undefined, { migrations: older })).rejects.toMatchObject({
      code: 'invalid-partnership',
      diagnostics: [{ file: 'stages/02-work.yaml', code: 'yaml-unclosed' }],
    });
    expect(textsIn(root)).toEqual(before);
  });
});

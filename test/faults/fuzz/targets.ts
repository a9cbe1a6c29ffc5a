import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newPartnershipFiles } from '../../../src/core/scaffold.ts';
import { builtInSections } from '../../../src/core/schema/registry.ts';
import type { Section } from '../../../src/core/schema/section.ts';
import { newFileText } from '../../../src/store/create-partnership.ts';
import { requireBuiltIn } from '../../../src/store/models.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';

/**
 * One file of one partnership, as it is before it is spoiled; `file` is relative to `root`,
 * `sections` are those that stand in it.
 */
export interface Target {
  readonly root: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly sections: readonly Section[];
}

/** What is spoiled: `small` is a whole partnership with every section in a few lines. */
export interface Targets {
  readonly small: readonly Target[];
  readonly full: readonly Target[];
}

/**
 * Lays out under `folder` what is spoiled: the small partnership, which has a model of its own; the
 * examples, an empty partnership in each language, and one with a copy of each model. Gives every
 * YAML file of them, the models' too.
 */
export function layOutTargets(folder: string, project: string): Targets {
  const small = join(folder, 'small');
  cpSync(join(project, 'test', 'faults', 'fuzz', 'small'), small, { recursive: true });
  return { small: targetsIn(small), full: layOutFull(folder, project).flatMap(targetsIn) };
}

function layOutFull(folder: string, project: string): string[] {
  const resources = join(project, 'dist');
  const roots = readdirSync(join(project, 'examples')).map((name) => {
    cpSync(join(project, 'examples', name), join(folder, name), { recursive: true });
    return join(folder, name);
  });
  for (const language of ['en', 'he'] as const) {
    roots.push(newPartnership(join(folder, `new-${language}`), language, resources));
  }
  for (const id of ['iblf-10', 'partnering-cycle-12']) {
    const root = newPartnership(join(folder, `own-${id}`), 'en', resources, id);
    mkdirSync(join(root, 'models'));
    cpSync(join(project, 'templates', 'models', id), join(root, 'models', id), { recursive: true });
    roots.push(root);
  }
  return roots;
}

function newPartnership(root: string, language: 'en' | 'he', resources: string, id = 'iblf-10'): string {
  const partnership = {
    ...{ id: 'fuzzed', name: 'Fuzzed', language, started: '2026-01-12', currency: 'ILS' },
    model: requireBuiltIn(id, resources),
    partners: [{ id: 'leumi', name: 'לאומי', sector: 'company' as const, joined: '2026-01-12' }],
  };
  mkdirSync(join(root, 'stages'), { recursive: true });
  for (const file of newPartnershipFiles(partnership))
    writeFileSync(join(root, file.file), newFileText(file));
  return root;
}

function targetsIn(root: string): Target[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(root, file));
      const sections = Object.keys(readYaml(bytes).data ?? {}).flatMap(
        (name) => builtInSections.find(name) ?? [],
      );
      return { root, file, bytes, sections };
    });
}

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSchemas } from '../../src/commands/editor-schemas.ts';
import type { Migration } from '../../src/core/migrations.ts';
import { newPartnershipFiles } from '../../src/core/scaffold.ts';
import type { Model } from '../../src/core/schema/model.ts';
import { isOwnSchema } from '../../src/render/schema/file-schemas.ts';
import { newFileText } from '../../src/store/create-partnership.ts';
import { type Step, takeStep } from '../../src/store/undo/take-step.ts';
import type { Wish } from '../../src/store/upgrade/target.ts';
import {
  type UpgradeOptions,
  type UpgradePlan,
  upgradePartnership,
} from '../../src/store/upgrade/upgrade-partnership.ts';
import { newFolder } from '../folders.ts';
import { modelText } from './models.ts';

export type Language = 'en' | 'he';

/** The files of a folder by their paths, as text. */
export type Texts = Readonly<Record<string, string>>;

/** The built-in models, as the build made them. */
export const resources = fileURLToPath(new URL('../../dist', import.meta.url));

/** The files of a partnership as `init` makes them after a model of one's own. */
export async function scaffold(model: Model, language: Language): Promise<Texts> {
  const partnership = {
    ...{ id: 'readers', name: 'Readers', language, model, started: '2026-01-12', currency: 'ILS' },
    partners: [],
  };
  const schemas = await editorSchemas(model, language);
  return {
    ...Object.fromEntries(schemas.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])),
    ...Object.fromEntries(newPartnershipFiles(partnership).map((file) => [file.file, newFileText(file)])),
    'models/our-way/model.yaml': modelText(model),
  };
}

/** Puts files into a new folder. */
export function layOut(files: Texts): string {
  const root = newFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** The files of a folder but for the tool's own state. */
export function textsIn(root: string): Texts {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile() && !relative(root, path).startsWith('.partner'));
  return Object.fromEntries(
    names
      .map((path): [string, string] => [relative(root, path), readFileSync(path, 'utf8')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const options = {
  ...{ today: '2026-03-01', resources, dryRun: false },
  lock: {
    facts: { pid: process.pid, host: 'test-host', signal: process.kill },
    ...{ now: '2026-03-01T10:00:00Z', command: 'model upgrade', sleep: async () => {} },
  },
};

/** Upgrades the partnership in a folder, as the command does it. */
export function upgrade(
  root: string,
  model: Model | undefined,
  more: Partial<UpgradeOptions> & { readonly migrations?: readonly Migration[]; readonly to?: number } = {},
): Promise<UpgradePlan> {
  const own: Wish['own'] =
    model === undefined ? undefined : { model, bytes: new TextEncoder().encode(modelText(model)) };
  return upgradePartnership(root, {
    ...options,
    wish: { version: more.to, own },
    schemas: { make: editorSchemas, isOurs: isOwnSchema },
    ...more,
  });
}

/** Takes the last command back, or does it again, as the commands do it. */
export function step(root: string, direction: 'undo' | 'redo'): Promise<Step> {
  return takeStep(root, direction, { ...options, approve: async () => {} });
}

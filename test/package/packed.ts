import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../folders.ts';
import { npm } from './nodes.ts';

const root = join(import.meta.dirname, '..', '..');

/** The program in this checkout, as it was built. */
export const program = join(root, 'bin', 'partner.js');

/** The package as npm would publish it. */
export interface Packed {
  readonly tarball: string;
  readonly bytes: number;
  readonly unpackedBytes: number;
  /** Its files, by names with `/`. */
  readonly files: readonly string[];
}

/** Packs what the build has left; nothing is built anew, since other tests use it meanwhile. */
export function pack(): Packed {
  const folder = newFolder();
  const { stdout, stderr, status } = npm(root, [
    'pack',
    '--json',
    '--ignore-scripts',
    `--pack-destination=${folder}`,
  ]);
  if (status !== 0) throw new Error(stderr);
  const said = JSON.parse(stdout);
  // npm 11.6 and later name the packages, those before list them.
  const { filename, size, unpackedSize, files } = Array.isArray(said) ? said[0] : Object.values(said)[0];
  return {
    tarball: join(folder, filename),
    bytes: size,
    unpackedBytes: unpackedSize,
    files: files.map(({ path }: { path: string }) => path).sort(),
  };
}

/** Installs the package in a new folder `name` of a new folder; gives the folder that it was installed in. */
export function install({ tarball }: Packed, name = 'here'): string {
  const folder = join(newFolder(), name);
  mkdirSync(folder);
  const { status, stderr } = npm(folder, ['install', '--prefix', folder, '--offline', tarball]);
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** The program in a folder that it was installed in. */
export function programIn(folder: string): string {
  return join(folder, 'node_modules', 'partner', 'bin', 'partner.js');
}

/** What a run of an installed program left behind. */
export interface InstalledRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of a run, on a day that is told, with no more of this one's than a shell needs. */
export function plainEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, PARTNER_TODAY: '2026-11-20', ...more };
}

/** Runs a command to its end. */
export function runIn(
  cwd: string,
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = plainEnvironment(),
): InstalledRun {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

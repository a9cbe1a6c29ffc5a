import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kept = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'nodes');

/** A Node to try the program with: its executable, or why there is none. */
export type NodeToTry = { readonly node: string } | { readonly reason: string };

/** The version of a Node, such as `20.17.0`. */
export function versionOf(node: string): string {
  return spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
}

/**
 * Node of a version, such as `24` or `20.17`: this one, where it is of it, else from npm, whose packages hold
 * the executable for each system. What was fetched once is kept in node_modules.
 */
export function nodeOf(version: string): NodeToTry {
  if (`${process.versions.node}.`.startsWith(`${version}.`)) return { node: process.execPath };
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(kept, version);
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const { status, stderr } = npm(folder, ['install', '--ignore-scripts', `${name}@${version}`]);
    if (status !== 0) return { reason: `npm has no ${name}@${version}: ${firstLine(stderr)}` };
  }
  if (versionOf(node) === '') return { reason: `${name}@${version} does not run on this machine` };
  return { node };
}

/** Runs this machine's npm in a folder, quietly. */
export function npm(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return spawnSync('npm', [...args, ...quiet], { cwd: folder, encoding: 'utf8', env });
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel } from '../../../src/core/check-model.ts';
import { equalData } from '../../../src/core/equal-data.ts';
import { PartnerError } from '../../../src/core/partner-error.ts';
import type { Diagnostic, Problem } from '../../../src/core/problem.ts';
import { checkSchema } from '../../../src/core/schema/check-schema.ts';
import { statusOf } from '../../../src/core/status.ts';
import { describeProblem, loadProblemTexts } from '../../../src/render/problem-texts.ts';
import { loadFolder } from '../../../src/store/load-partnership.ts';
import { placeProblems } from '../../../src/store/place-findings.ts';
import { parseSource, type SourceText } from '../../../src/store/read-source.ts';
import { editYaml } from '../../../src/store/yaml/edit.ts';
import { maxFileBytes } from '../../../src/store/yaml/limits.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import type { YamlReading } from '../../../src/store/yaml/reading.ts';
import type { Draw } from './mutate.ts';
import type { Target } from './targets.ts';

const today = '2026-03-01';

/**
 * Takes one spoiled file the way of `validate`: both readers, which must agree; its schema; every
 * problem placed and worded. Each eighth goes through the whole partnership around it and its
 * status, each sixteenth is edited. Gives what the file turned out to be; throws where something is
 * not as it must be.
 */
export async function examine(
  target: Target,
  bytes: Buffer,
  resources: string,
  draw: Draw,
): Promise<'sound' | 'refused'> {
  const source = await parseSource(target.file, bytes);
  requireAgreement(source, bytes, (await source.reading()) ?? readYaml(bytes));
  const problems = source.data === undefined ? [] : await problemsOf(target, source.data);
  const diagnostics = await placeProblems(source, problems);
  const language = draw(2) === 0 ? 'en' : 'he';
  await requireWorded(diagnostics, language);
  if (draw(8) === 0) await loadAround(target, bytes, resources, language);
  if (draw(16) === 0) requireLawfulEdit(bytes, source.data);
  return diagnostics.some(({ severity }) => severity === 'error') ? 'refused' : 'sound';
}

function problemsOf({ file, sections }: Target, data: unknown): Promise<Problem[]> {
  if (file.startsWith('models/')) return checkModel(data);
  if (file === 'partnership.yaml') return checkSchema('partnership', data);
  return checkSchema(file === 'reviews.yaml' ? 'reviews' : { stage: sections }, data);
}

async function loadAround(
  { root, file, bytes: good }: Target,
  bytes: Buffer,
  resources: string,
  language: 'en' | 'he',
): Promise<void> {
  const isModel = file.startsWith('models/');
  if (isModel) writeFileSync(join(root, file), bytes);
  const overlay = isModel ? {} : { overlay: new Map([[file, bytes]]) };
  const { partnership, journey, diagnostics } = await loadFolder(root, { today, resources, ...overlay });
  await requireWorded(diagnostics, language);
  if (partnership !== undefined && journey !== undefined)
    JSON.stringify(statusOf(partnership, journey, diagnostics, today));
  if (isModel) writeFileSync(join(root, file), good);
}

// Loading takes the quick reader where that is sure of itself: the strict one must then find the
// same data, and no fault.
function requireAgreement({ data }: SourceText, bytes: Buffer, strict: YamlReading): void {
  const isRefused = strict.problems.some(({ severity }) => severity === 'error');
  if (isRefused !== (strict.data === undefined)) throw new Error('data and errors do not exclude each other');
  if (!equalData(data, strict.data)) throw new Error('the two readers differ');
  if (bytes.length > maxFileBytes && !isRefused) throw new Error('a file that is too large was read');
}

async function requireWorded(diagnostics: readonly Diagnostic[], language: 'en' | 'he'): Promise<void> {
  if (diagnostics.length === 0) return;
  const texts = await loadProblemTexts(language);
  for (const diagnostic of diagnostics) {
    const { line, column, code } = diagnostic;
    if (!(line >= 1 && column >= 1)) throw new Error(`${code} stands at ${line}:${column}`);
    const { message } = describeProblem(diagnostic, texts);
    if (message === '' || /[\0-\x1f\x7f-\x9f\u202a-\u202e]|undefined|\[object/.test(message))
      throw new Error(`${code} is worded as ${JSON.stringify(message)}`);
  }
}

function requireLawfulEdit(bytes: Buffer, data: unknown): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return;
  const key = Object.keys(data)[0];
  if (key === undefined) return;
  try {
    const { bytes: after } = editYaml(bytes, [{ kind: 'set', path: [key], value: 'edited' }]);
    if (!equalData(readYaml(after).data, { ...data, [key]: 'edited' }))
      throw new Error('an edit means something else');
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
  }
}

import { type Document, isScalar } from 'yaml';
import { compose } from './compose.ts';
import { decodeText } from './decode.ts';
import { lexText } from './lexemes.ts';
import { parseLexemes } from './parse.ts';
import { addProblem, emptyProblemList, type ProblemList, reportedProblems } from './problem-list.ts';
import type { YamlReading } from './reading.ts';
import { toData } from './to-data.ts';

/**
 * Reads one YAML file under the strict profile: YAML 1.2 core, one document, no anchors, aliases,
 * tags, directives or merge keys, string keys that do not repeat, plain exact decimals, valid
 * UTF-8, at most 1 MiB and 64 levels. Never throws for what is in the file; every problem has its
 * range in `text`, in order, at most 50 of them.
 */
export function readYaml(bytes: Uint8Array): YamlReading {
  const problems = emptyProblemList();
  const { text, hasBom, readable } = decodeText(bytes, problems);
  const document = readable ? composeText(text, problems) : undefined;
  if (readable && problems.errorCount === 0 && isEmpty(document))
    addProblem(problems, 'file-empty', { start: 0 });
  // Where the syntax is wrong the tree is a guess, and problems found in it would be noise.
  const isWhole = document !== undefined && problems.errorCount === 0;
  const data = isWhole ? toData(document, text, problems) : undefined;
  return {
    text,
    hasBom,
    data: problems.errorCount > 0 ? undefined : data,
    problems: reportedProblems(problems),
    document,
  };
}

function composeText(text: string, problems: ProblemList): Document.Parsed | undefined {
  const lexemes = lexText(text, problems);
  const tokens = lexemes && parseLexemes(lexemes, problems);
  return tokens === undefined ? undefined : compose(tokens, text, problems);
}

/** Whether there is nothing but comments: then there is no document, or it is an empty scalar. */
function isEmpty(document: Document.Parsed | undefined): boolean {
  const contents = document?.contents ?? null;
  return contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.source === '');
}

/** A command to the runner of GitHub Actions, as it reads it out of a line of a step's output. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Reads a line as the runner does: `::name key=value,key=value::data`, in which `%25`, `%0D` and `%0A`, and in
 * properties `%3A` and `%2C`, stand for what they escape. Written from GitHub's documentation of "Workflow commands"
 * and the rules of its runner: the first `::` after the beginning ends the head, the first blank in it the name, and
 * a comma a property. Undefined where the line is none.
 */
export function readCommand(line: string): RunnerCommand | undefined {
  const message = line.trimStart();
  const end = message.indexOf('::', 2);
  if (!message.startsWith('::') || end < 0) return undefined;
  const head = message.slice(2, end);
  const blank = head.indexOf(' ');
  const name = blank < 0 ? head : head.slice(0, blank);
  const properties: Record<string, string> = {};
  for (const pair of blank < 0
    ? []
    : head
        .slice(blank + 1)
        .trim()
        .split(',')) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), propertyEscapes);
  }
  return { name, properties, data: unescaped(message.slice(end + 2), dataEscapes) };
}

const dataEscapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes: readonly (readonly [string, string])[] = [['%3A', ':'], ['%2C', ','], ...dataEscapes];

function unescaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((sofar, [written, character]) => sofar.replaceAll(written, character), text);
}

/** The lines of a step's output, as the runner takes them apart. */
export function outputLines(output: string): string[] {
  return output.split(/\r\n|\n|\r/).filter((line) => line !== '');
}

/** An element of an XML document; white space between elements is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

// XML 1.0, 2.2: what a document can hold at all.
const character = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads XML of elements, attributes and text, without anything else that a document may have. Throws at the first
 * thing that XML 1.0 does not allow. Attributes are normalised as a parser does.
 */
export function readXml(document: string): XmlElement {
  if (!character.test(document)) throw new Error('a character that XML cannot hold');
  const head = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document);
  if (head === null) throw new Error('no declaration');
  const tokens = /<(\/?)([a-z][a-z-]*)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  tokens.lastIndex = head[0].length;
  const top = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    top,
  ];
  while (tokens.lastIndex < document.trimEnd().length) {
    const at = tokens.lastIndex;
    const [, closes, name = '', attributes = '', isEmpty, text] = tokens.exec(document) ?? [];
    const current = open.at(-1) as (typeof open)[number];
    if (text !== undefined) {
      if (text.includes(']]>')) throw new Error('the end of a section without its beginning');
      current.text += decoded(text);
    } else if (closes === '/') {
      if (name !== current.name || open.length === 1) throw new Error(`</${name}> closes <${current.name}>`);
      open.pop();
    } else if (name !== '') {
      const element = { name, attributes: attributesIn(attributes), children: [], text: '' };
      current.children.push(element);
      if (isEmpty === '') open.push(element);
    } else throw new Error(`not understood: ${document.slice(at, at + 40)}`);
  }
  const [root, ...others] = top.children;
  if (open.length !== 1 || root === undefined || others.length > 0) throw new Error('not one element');
  return root;
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`);
    found[name] = decoded(value.replace(/[\t\n\r]/g, ' '));
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const meant = name.endsWith(';') ? entities[name.slice(0, -1)] : undefined;
    if (meant === undefined) throw new Error(`${whole} stands for nothing`);
    return meant;
  });
}

interface Rule {
  readonly children: readonly string[];
  readonly needs: readonly string[];
  readonly may: readonly string[];
}

/**
 * What a report of JUnit may hold, as the tools that read one agree on it (Jenkins and its xUnit plugin, Surefire,
 * GitLab, Azure): the elements in each other, and their attributes.
 */
const rules: Readonly<Record<string, Rule>> = {
  testsuites: { children: ['testsuite'], needs: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    needs: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package', 'file'],
  },
  testcase: {
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    needs: ['name'],
    may: ['classname', 'time'],
  },
  failure: { children: [], needs: [], may: ['type', 'message'] },
  error: { children: [], needs: [], may: ['type', 'message'] },
  skipped: { children: [], needs: [], may: ['type', 'message'] },
  'system-out': { children: [], needs: [], may: [] },
  'system-err': { children: [], needs: [], may: [] },
};

/** Everything in a report that those rules do not allow, and every count that does not add up. */
export function junitFaults(element: XmlElement, parent = ''): string[] {
  const rule = rules[element.name];
  const wanted = parent === '' ? ['testsuites', 'testsuite'] : rules[parent]?.children;
  if (rule === undefined || wanted?.includes(element.name) !== true)
    return [`<${element.name}> in <${parent}>`];
  const given = Object.keys(element.attributes);
  const isMixed = rule.children.length === 0;
  return [
    ...rule.needs.filter((name) => !given.includes(name)).map((name) => `<${element.name}> without ${name}`),
    ...given
      .filter((name) => ![...rule.needs, ...rule.may].includes(name))
      .map((name) => `<${element.name}> with ${name}`),
    ...(isMixed || element.text.trim() === '' ? [] : [`text in <${element.name}>`]),
    ...countFaults(element),
    ...element.children.flatMap((child) => junitFaults(child, element.name)),
  ];
}

function countFaults(element: XmlElement): string[] {
  if (element.name !== 'testsuite' && element.name !== 'testsuites') return [];
  const cases = casesIn(element);
  const having = (name: string) =>
    cases.filter(({ children }) => children.some((child) => child.name === name));
  const counts = { tests: cases.length, failures: having('failure').length, errors: having('error').length };
  return Object.entries(counts)
    .filter(([name, count]) => (element.attributes[name] ?? String(count)) !== String(count))
    .map(([name, count]) => `${name} of <${element.name}> is not ${count}`);
}

/** The test cases of a report. */
export function casesIn({ name, children, ...rest }: XmlElement): XmlElement[] {
  return name === 'testcase' ? [{ name, children, ...rest }] : children.flatMap(casesIn);
}

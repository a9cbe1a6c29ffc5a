import { type Rendered, rendered } from './rendered.ts';

// What JSON lets stand as it is and a terminal may obey or hide: DEL and C1, direction controls, and
// characters without a width. Lone surrogates and the other controls JSON.stringify escapes itself.
const terminalControls =
  /[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/** A value as JSON, on several lines: the same data for every reader, with nothing in it that a terminal would obey. */
export function renderJson(value: object): Rendered {
  return rendered(`${JSON.stringify(value, null, 2).replace(terminalControls, escaped)}\n`);
}

/** A value as JSON on one line, as `renderJson` has it on several. */
export function renderJsonLine(value: object): Rendered {
  return rendered(`${JSON.stringify(value).replace(terminalControls, escaped)}\n`);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }).join('');
}

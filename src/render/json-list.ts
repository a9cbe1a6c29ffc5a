import { renderJson } from './json.ts';
import { type Rendered, rendered } from './rendered.ts';

/** An object with one long list in it, as JSON of several lines that is written while the list is still being made. */
export interface JsonList {
  readonly open: () => Rendered;
  readonly add: (items: readonly object[]) => Rendered;
  readonly close: (tail: object) => Rendered;
}

/**
 * The object of what `head` has, the list `name`, and what `close` is given: put together, the parts read as
 * `renderJson` writes the whole.
 */
export function jsonList(head: object, name: string): JsonList {
  let isFirst = true;
  return {
    open: () => rendered(`${renderJson(head).slice(0, -'\n}\n'.length)},\n  ${JSON.stringify(name)}: [`),
    add: (items) => {
      const texts = items.map((item) => {
        const comma = isFirst ? '' : ',';
        isFirst = false;
        return `${comma}\n    ${renderJson(item).trimEnd().replaceAll('\n', '\n    ')}`;
      });
      return rendered(texts.join(''));
    },
    close: (tail) => {
      const end = isFirst ? ']' : '\n  ]';
      const rest = renderJson(tail).slice('{'.length);
      return rendered(`${end}${rest === '}\n' ? '\n}\n' : `,${rest}`}`);
    },
  };
}

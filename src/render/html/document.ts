import { directionOf } from '../../core/language.ts';
import { foreignIn, type Html, html, text } from '../escape/html.ts';
import { mixedStyles } from './styles/mixed.ts';
import { type Margins, pageStyles } from './styles/page.ts';

// The file asks nobody for anything: no script, no picture, no font. A served page may run the one script
// that carries its nonce, and listen to the server that it came from.
/** The policy of a page that is a file. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The policy of a served page, which the server sends as a header as well. */
export function servedPolicy(nonce: string): string {
  return `${filePolicy}; script-src 'nonce-${nonce}'; connect-src 'self'`;
}

/** What a page says of itself before its body. */
export interface PageFrame {
  /** The language of the program's own words. */
  readonly language: string;
  /** The tag of the language of everything else, where it is another. */
  readonly textLanguage?: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What stands at the foot of each sheet of paper. */
  readonly margins: Margins;
  readonly policy: string;
  /** Styles beside those of every page. */
  readonly styles?: Html;
}

/** A page in the house's dress: head, policy and styles around a body. */
export function documentOf(frame: PageFrame, body: Html): string {
  const { language, textLanguage = language, direction, policy, title } = frame;
  const isMixed = textLanguage !== language;
  const runsBothWays = directionOf(language) !== direction;
  return html`<!doctype html>
<html lang="${text(textLanguage)}" dir="${text(direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="partner">
<title>${text(title)}</title>
<style>${pageStyles(frame)}${frame.styles ?? null}${runsBothWays ? mixedStyles(direction) : null}</style>
</head>
<body${isMixed ? html` lang="${text(language)}"` : null}>${isMixed ? foreignIn(body, textLanguage) : body}
</body>
</html>
`;
}

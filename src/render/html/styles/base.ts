import { html } from '../../escape/html.ts';

/** Colours, letters and the frame of the page. Every pair of text and ground has a contrast of 4.5 or more. */
export const baseStyles = html`
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f6f7f7; --ink: #16211f; --soft: #55625f; --rule: #dde2e1; --track: #e3e8e7;
  --accent: #0b5f5a; --accent-soft: #e2f0ee; --good: #0b5f5a; --attention: #8a5300; --bad: #a3271c;
  --cash: #0b5f5a; --time: #4f9c94; --goods: #e2c27a; --management: #b9c2ca; --hatch: #ffffffb0;
}
@media screen and (prefers-color-scheme: dark) { :root {
  --ground: #111716; --raised: #19211f; --ink: #e8eeec; --soft: #a3b1ad; --rule: #2c3734; --track: #2a3532;
  --accent: #6fd0c5; --accent-soft: #18322f; --good: #6fd0c5; --attention: #e6b463; --bad: #f3988c;
  --cash: #6fd0c5; --time: #2f857c; --goods: #b48a35; --management: #5c6975; --hatch: #11171699;
} }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3.5rem) 3rem; max-width: 80rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "SF Hebrew", "Noto Sans Hebrew", "Arial Hebrew", Arial, "Liberation Sans", sans-serif;
  overflow-wrap: break-word; }
h1, h2, h3 { margin: 0; line-height: 1.2; font-weight: 650; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 5vw, 3.25rem); letter-spacing: -.015em; line-height: 1.08; }
h2 { font-size: 1.35rem; margin-block-end: 1.1rem; }
h3 { font-size: 1rem; }
p, ul, ol, dl, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
:lang(he) h1 { letter-spacing: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
code { font: inherit; font-size: .94em; }
.num, .figure { font-variant-numeric: tabular-nums; unicode-bidi: isolate; white-space: nowrap; }
.aside, .note { color: var(--soft); font-size: .875rem; font-weight: 400; }
.note { display: block; }
.none { color: var(--soft); font-style: italic; font-weight: 400; }
:lang(he) .none { font-style: normal; }
.late { color: var(--bad); font-weight: 600; font-size: .875rem; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; background: var(--ground); padding: .5rem 1rem; z-index: 1; }
.skip:focus { top: .5rem; }
.patterns { position: absolute; }
.part { padding-block: 2.4rem 0; margin-block-start: 2.4rem; border-block-start: 1px solid var(--rule); }
footer { margin-block-start: 3.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); color: var(--soft); font-size: .875rem; }
@media print {
  :root { color-scheme: only light; }
  html { font-size: 8.6pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h1 { font-size: 2.9rem; }
  .skip, footer { display: none; }
  .masthead { padding-block-start: 0; }
  .part { margin-block-start: 1.7rem; padding-block-start: 1.5rem; }
  h2, h3, summary, thead, .keys { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, li, .gate, .tiles > div, figure { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

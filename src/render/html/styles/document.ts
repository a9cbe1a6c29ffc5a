import { html } from '../../escape/html.ts';

/** What a document has beside the styles of every page: the measure of a letter, and lines to sign on. */
export const documentStyles = html`
.document { max-width: 52rem; margin-inline: auto; }
main.document { padding-block-start: clamp(1rem, 4vw, 3rem); }
main.document h1 { font-size: clamp(1.7rem, 4vw, 2.5rem); margin-block-end: 1rem; }
main.document h2 { margin-block: 1.8rem .6rem; }
main.document p, .items { margin-block-end: .7rem; }
main.document table { margin-block-end: 1rem; }
.items { list-style: disc; padding-inline-start: 1.3rem; }
.callout { border-inline-start: .3rem solid var(--attention); background: var(--raised); padding: .7rem 1rem; font-weight: 600; }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1.8rem 2rem; margin-block: 1.4rem; }
.signatures dl { break-inside: avoid; }
.signatures dl > div { display: flex; gap: .6rem; align-items: end; min-height: 2.1rem; }
.signatures dt { color: var(--soft); font-size: .875rem; min-width: 4rem; }
.signatures dd { margin: 0; flex: 1; border-block-end: 1px solid var(--ink); min-height: 1.5rem; }
@media print { main.document { padding-block-start: 0; } main.document h1 { font-size: 2rem; }
  main.document h2 { margin-block: 1.2rem .4rem; } .document { max-width: none; } html { font-size: 9pt; }
  main.document th, main.document td { padding-block: .22rem; } }`;

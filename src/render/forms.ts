/** The forms of what is handed out, and of findings; nothing else stands here, since every start reads it. */
export const reportForms = ['html', 'md', 'json'] as const;
export const documentForms = ['md', 'html', 'docx', 'json'] as const;
export const exportForms = ['csv', 'xlsx', 'jsonl', 'ics', 'mermaid', 'json'] as const;
export const listForms = ['text', 'json', 'csv'] as const;
/** The forms that tools of a continuous integration take. */
export const ciForms = ['sarif', 'github', 'junit'] as const;
export const findingForms = ['text', 'json', ...ciForms] as const;

export type ReportForm = (typeof reportForms)[number];
export type DocumentForm = (typeof documentForms)[number];
export type ExportForm = (typeof exportForms)[number];
export type CiForm = (typeof ciForms)[number];

const endings: Readonly<Record<string, ReportForm | DocumentForm | ExportForm>> = {
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  docx: 'docx',
  json: 'json',
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  ics: 'ics',
  mmd: 'mermaid',
  mermaid: 'mermaid',
};

/** The one of some forms that the end of a file's name asks for; undefined where it asks for none of them. */
export function formOfFile<Form extends string>(file: string, forms: readonly Form[]): Form | undefined {
  const end = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const asked = Object.hasOwn(endings, end) ? endings[end] : undefined;
  return forms.find((form) => form === asked);
}

/** Puts what is made between its marks, `<!-- name -->` and `<!-- /name -->`; a mark that is not there is a mistake. */
export function withParts(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((page, [name, part]) => {
    const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marks.test(page)) throw new Error(`there is no <!-- ${name} --> to put a table at`);
    return page.replace(marks, (_, open, close) => `${open}\n${part}\n${close}`);
  }, text);
}

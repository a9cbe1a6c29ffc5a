declare const PARTNER_VERSION: string;
declare const PARTNER_BUILD: string;

/** The version in package.json, put here when the program is built. */
export const version: string = PARTNER_VERSION;

/** What the program was built from, as a digest: two builds of one version may see a partnership differently. */
export const build: string = PARTNER_BUILD;

declare const PARTNER_VERSION: string;

/** The version in package.json, put here when the program is built. */
export const version: string = PARTNER_VERSION;

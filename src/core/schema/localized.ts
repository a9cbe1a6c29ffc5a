import * as z from 'zod/mini';
import { obeying } from './fields.ts';

/** The tag of a language: `he`, `ar`, `zh-Hant`. */
export const languageTag = z.string().check(obeying({ rule: 'language-tag' }));

/** A text of a model in each of its languages. */
export const localized = z.record(z.string(), z.string().check(obeying({ rule: 'not-blank' })));

import { PartnerError } from '../../core/partner-error.ts';

/** What a finder finds, or nothing where it refuses: to somebody who is still typing, that is no error. */
export function ifKnown<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof PartnerError) return undefined;
    throw error;
  }
}

/** What an organisation is. */
export const sectors = ['company', 'ngo', 'public', 'community', 'foundation', 'academia', 'other'] as const;

/** What is put in and stays inside the total of inputs. */
export const inputTypes = ['cash', 'time', 'in_kind', 'management'] as const;

/** What is put in, with what outside resources it brought along. */
export const contributionTypes = [...inputTypes, 'leveraged'] as const;

/** The languages of the program; a partnership's texts are in one of them. */
export const languages = ['en', 'he'] as const;

/** What a gate review may decide. */
export const decisions = ['advance', 'hold', 'return', 'close', 'reconfirm'] as const;

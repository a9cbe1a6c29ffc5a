/** The largest file that is read, in bytes (1 MiB). */
export const maxFileBytes = 1_048_576;

/** How many collections may stand inside one another. */
export const maxDepth = 64;

/** How many keys one mapping may have. */
export const maxKeys = 5_000;

/** How many problems of one file are told; the last of them then counts the rest. */
export const maxProblems = 50;

/**
 * How many tokens one text may have, where a quoted text counts as two, as a plain one does, and an
 * opening bracket as two. yaml takes 2 to 4 µs and 500 bytes for each; `npm run bench:reading` prints
 * what that comes to. 5,000 observations of five lines have as many, in 460 KB.
 */
export const maxTokens = 215_000;

/**
 * How much work blank lines may make. yaml's parser looks through the blank lines before a
 * comment again for each comment line that follows (Parser.atIndentedComment in yaml 2.9.1).
 */
export const maxBlankLineWork = 5_000_000;

/**
 * How many spaces, line ends and comments may follow one another. yaml's parser hands a list of
 * them to one function call as arguments, and a list of 100,000 comes near the stack's end.
 */
export const maxLayoutTokens = 50_000;

/** The most bytes of a statement that we write; D1 takes up to 100,000. */
export const MAX_STATEMENT_BYTES = 90_000;

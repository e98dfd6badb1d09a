/** D1 takes statements of up to 100,000 bytes. */
export const MAX_STATEMENT_BYTES = 90_000;

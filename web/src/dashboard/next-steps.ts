import errors from '../../../docs/errors.md?raw';

/** What the documentation says of an error: an identifier, what it means, and what happens next. */
export interface Step {
  code: string;
  meaning: string;
  next: string;
}

const ROW = /^\| `(\w+)` \| (.+?) \| (.+?) \|$/gm;

/** The table of docs/errors.md, row by row. */
export const STEPS: readonly Step[] = [...errors.matchAll(ROW)].map(([, code = '', meaning = '', next = '']) => ({
  ...{ code, meaning, next },
}));

/** Undefined for what is in no documentation. */
export const stepOf = (code: string) => STEPS.find((step) => step.code === code);

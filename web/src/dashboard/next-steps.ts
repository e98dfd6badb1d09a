import errors from '../../../docs/errors.md?raw';

/** A row of the documentation of errors: an identifier, its meaning, and the next step. */
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

/** The row of an error; undefined for an undocumented one. */
export const stepOf = (code: string) => STEPS.find((step) => step.code === code);

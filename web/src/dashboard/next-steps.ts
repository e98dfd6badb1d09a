import errors from '../../../docs/errors.md?raw';

/* What the documentation says of each error, row by row: `id` | meaning | what happens next. */
const ROW = /^\| `(\w+)` \| .+? \| (.+?) \|$/gm;

const steps = new Map([...errors.matchAll(ROW)].map(([, code, next]) => [code, next]));

/** What happens next where a run has failed so; undefined for what is in no documentation. */
export const nextStepOf = (code: string) => steps.get(code);

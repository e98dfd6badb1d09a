/** The place of an error in a text, for people: lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
  /** The text around it on its line. */
  before: string;
  after: string;
}

const NEWLINE = 10;
const REACH = 40;

/** The place of a byte in UTF-8 text. */
export function placeOf(bytes: Uint8Array, offset: number): Place {
  const end = Math.min(offset, bytes.length);
  const start = bytes.lastIndexOf(NEWLINE, Math.max(end - 1, 0)) + 1;
  const lineStart = Math.min(start, end);
  const next = bytes.indexOf(NEWLINE, end);
  const lineEnd = next < 0 ? bytes.length : next;
  const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  let line = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) line += 1;
  return {
    line,
    column: [...decode(lineStart, end)].length + 1,
    before: [...decode(Math.max(lineStart, end - 4 * REACH), end)].slice(-REACH).join(''),
    after: [...decode(end, Math.min(lineEnd, end + 4 * REACH))].slice(0, REACH).join(''),
  };
}

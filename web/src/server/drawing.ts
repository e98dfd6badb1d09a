import { AsyncLocalStorage } from 'node:async_hooks';

/** A page while the server draws it. */
export interface Drawing {
  /** What its scripts carry until it is delivered. */
  nonce: string;
  /** The bookmark of its reader's own last write, or the empty text. */
  bookmark: string;
  /** For how many seconds what it is made of may be given to others; 0 as soon as something failed. */
  maxAgeS: number;
}

/** The drawing at hand. */
export const drawings = new AsyncLocalStorage<Drawing>();

import { AsyncLocalStorage } from 'node:async_hooks';

/** A page while the server draws it. */
export interface Drawing {
  /** The nonce of its scripts until it is delivered. */
  nonce: string;
  /** The bookmark of its reader's own last write, or the empty text. */
  bookmark: string;
  /**
   * The seconds for which the page may be given to others, as long as its answers may; 0 as soon as something
   * failed.
   */
  maxAgeS: number;
}

/** The present drawing. */
export const drawings = new AsyncLocalStorage<Drawing>();

import { useCallback, useEffect, useRef, useState } from 'react';
import type { InspectionFailure, Overview, Texts } from './documents';
import { InspectionError, Inspector } from './inspector';

export interface Payload {
  bytes: Uint8Array;
  /** The name for readers: a file's name, "Pasted text". */
  name: string;
  /** The chosen source; the empty text lets the core decide. */
  source: string;
  tag: string;
  /** The slug of the board that answered so, where that is known. */
  board?: string;
}

export type Inspection =
  | { state: 'none' }
  | { state: 'working'; payload: Payload }
  | { state: 'failed'; payload: Payload; failure: InspectionFailure }
  | { state: 'done'; payload: Payload; overview: Overview; durationMs: number };

function toFailure(error: unknown): InspectionFailure {
  if (error instanceof InspectionError) return error.failure;
  return { code: 'unavailable', message: 'The core could not be run in this browser.', detail: String(error) };
}

/** Inspects one payload at a time; a new one ends the work on the one before. */
export function useInspection() {
  const [inspection, setInspection] = useState<Inspection>({ state: 'none' });
  const inspector = useRef<Inspector | null>(null);
  useEffect(() => () => inspector.current?.close(), []);

  const inspect = useCallback(async (payload: Payload) => {
    inspector.current?.close();
    const mine = new Inspector();
    inspector.current = mine;
    setInspection({ state: 'working', payload });
    const start = performance.now();
    try {
      const overview = await mine.open(payload.bytes, payload.source, payload.tag);
      if (inspector.current !== mine) return;
      setInspection({ state: 'done', payload, overview, durationMs: performance.now() - start });
    } catch (error) {
      if (inspector.current === mine) setInspection({ state: 'failed', payload, failure: toFailure(error) });
    }
  }, []);

  const readTexts = useCallback((index: number): Promise<Texts> => inspector.current!.texts(index), []);
  return { inspection, inspect, readTexts };
}

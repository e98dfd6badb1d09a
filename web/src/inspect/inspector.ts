import type { Answer, InspectionFailure, Overview, Texts } from './documents';

/** A question to the thread: to open a payload, or for the texts of one of its postings. */
export interface Question {
  id: number;
  open?: { payload: Uint8Array; source: string; tag: string };
  posting?: number;
}

/** The core's error about a payload that it cannot read. */
export class InspectionError extends Error {
  constructor(readonly failure: InspectionFailure) {
    super(failure.message);
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A thread with the core for one payload; its maker closes it. */
export class Inspector {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor() {
    this.worker.addEventListener('message', ({ data }) => this.settle(data.id, data.answer));
    this.worker.addEventListener('error', ({ message }) => this.fail(message));
  }

  open(payload: Uint8Array, source: string, tag: string) {
    return this.ask<Overview>({ open: { payload, source, tag } });
  }

  texts(index: number) {
    return this.ask<Texts>({ posting: index });
  }

  close() {
    this.worker.terminate();
  }

  private ask<T>(question: Omit<Question, 'id'>): Promise<T> {
    const id = ++this.count;
    this.worker.postMessage({ id, ...question });
    return new Promise<T>((resolve, reject) =>
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject }),
    );
  }

  private settle(id: number, answer: Answer<unknown>) {
    const { error } = answer as { error?: InspectionFailure };
    if (error) this.waiting.get(id)?.reject(new InspectionError(error));
    else this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }

  private fail(detail: string) {
    const failure = { code: 'unavailable', message: 'The core could not be loaded.', detail };
    for (const { reject } of this.waiting.values()) reject(new InspectionError(failure));
    this.waiting.clear();
  }
}

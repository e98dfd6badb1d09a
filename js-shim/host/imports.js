import { performFetch } from './perform-fetch.js';
import { performQuery } from './perform-query.js';

/**
 * The imports of one instance, the other half of wasm/boundary/imports.h. None of those that wait
 * ever rejects: an exception would unwind through C++ frames and leave the C stack in disorder.
 * Views of the memory are taken afresh after each wait, because growth detaches them.
 *
 * @param {Required<import('./drive.js').Outside>} outside
 */
export function createImports({ db, send, clock }) {
  const wire = createWire();
  let answer = '';
  let rowsWritten = 0;

  const host = {
    ...fetchImports(send, wire),
    query: new WebAssembly.Suspending(async (pointer, count) => {
      const outcome = await performQuery(db, readStatements(wire, pointer, count));
      rowsWritten += outcome.rowsWritten;
      return wire.leave(outcome.text);
    }),
    rows_written: () => rowsWritten,
    take_result: wire.takeResult,
    now: clock.now,
    sleep: new WebAssembly.Suspending(clock.sleep),
    log: (level, pointer, size) => {
      console[['log', 'warn', 'error'][level]](JSON.parse(wire.text(pointer, size)));
    },
    random: () => crypto.getRandomValues(new BigInt64Array(1))[0],
    answer: (pointer, size) => {
      answer = wire.text(pointer, size);
    },
  };

  // What Emscripten's C library asks of any host; the core neither writes files nor looks at them.
  const libc = new Proxy({}, { get: () => () => 0 });

  return { imports: { host, env: libc, wasi_snapshot_preview1: libc }, attach: wire.attach, getAnswer: () => answer };
}

/** The memory of the instance, as bytes and texts, and the result that waits to be taken into it. */
function createWire() {
  const encoder = new TextEncoder();
  // A text that begins with U+FEFF is bound as it is: without it, it would be another one.
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  /** @type {WebAssembly.Memory} */
  let memory;
  /** @type {Uint8Array} */
  let result = new Uint8Array();

  const bytes = (pointer, size) => new Uint8Array(memory.buffer, pointer, size);
  return {
    attach: (instanceMemory) => {
      memory = instanceMemory;
    },
    bytes,
    text: (pointer, size) => decoder.decode(bytes(pointer, size)),
    view: () => new DataView(memory.buffer),
    /** Keeps a text as the result; its size in bytes. */
    leave: (value) => {
      result = encoder.encode(value);
      return result.length;
    },
    takeResult: (pointer) => bytes(pointer, result.length).set(result),
  };
}

/** The imports of a request, whose body is read piece by piece. */
function fetchImports(send, { bytes, text, leave }) {
  /** @type {import('./perform-fetch.js').Body | undefined} */
  let body;
  return {
    fetch: new WebAssembly.Suspending(async (pointer, size) => {
      const outcome = await performFetch(JSON.parse(text(pointer, size)), send);
      body = outcome.body;
      return leave(JSON.stringify(outcome.head));
    }),
    read_body: new WebAssembly.Suspending(async (pointer, capacity) => {
      const piece = (await body?.read(capacity)) ?? 0;
      if (typeof piece === 'number') return piece;
      bytes(pointer, piece.length).set(piece);
      return piece.length;
    }),
    close_body: () => body?.close(),
  };
}

/** Reads `WireStatement`s with their `WireBind`s, as laid out in wasm/boundary/imports.h. */
function readStatements(wire, pointer, count) {
  const view = wire.view();
  const word = (at) => view.getUint32(at, true);
  const bind = (at) => {
    const kind = word(at);
    if (kind === 1) return view.getFloat64(at + 16, true);
    return kind === 2 ? wire.text(word(at + 8), word(at + 4)) : null;
  };
  return Array.from({ length: count }, (_, i) => {
    const at = pointer + 16 * i;
    const binds = Array.from({ length: word(at + 12) }, (__, n) => bind(word(at + 8) + 24 * n));
    return { sql: wire.text(word(at), word(at + 4)), binds };
  });
}

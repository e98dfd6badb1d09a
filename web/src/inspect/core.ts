import wasmUrl from '../../../build/wasm-release/inspect.wasm?url';
import type { Answer, Overview, Texts } from './documents';

/** The exports of the module; wasm/boundary/inspect.cc is the other half. */
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  inspect_reserve(size: number): number;
  inspect_open(payload: number, size: number, source: number, sourceSize: number, tag: number, tagSize: number): void;
  inspect_posting(index: number): void;
}

// What Emscripten's C library asks of any host; the core neither writes files nor looks at them.
const libc = new Proxy({}, { get: () => () => 0 }) as Record<string, WebAssembly.ImportValue>;

/** An instance of the core, for one payload. */
export class Core {
  private exports!: Exports;
  private answer = '';

  static async load(): Promise<Core> {
    const core = new Core();
    const host = { answer: (pointer: number, size: number) => core.take(pointer, size) };
    const imports = { host, env: libc, wasi_snapshot_preview1: libc };
    const { instance } = await WebAssembly.instantiateStreaming(fetch(wasmUrl), imports);
    core.exports = instance.exports as unknown as Exports;
    core.exports._initialize();
    return core;
  }

  /** @throws WebAssembly.RuntimeError where the core traps, which is a bug in it */
  open(payload: Uint8Array, source: string, tag: string): Answer<Overview> {
    const encoder = new TextEncoder();
    const texts = [payload, encoder.encode(source), encoder.encode(tag)] as const;
    const [text, sourceText, tagText] = texts.map((bytes) => this.place(bytes));
    this.exports.inspect_open(text!, payload.length, sourceText!, texts[1].length, tagText!, texts[2].length);
    return JSON.parse(this.answer) as Answer<Overview>;
  }

  posting(index: number): Answer<Texts> {
    this.exports.inspect_posting(index);
    return JSON.parse(this.answer) as Answer<Texts>;
  }

  private place(bytes: Uint8Array): number {
    const pointer = this.exports.inspect_reserve(bytes.length);
    if (pointer === 0 && bytes.length > 0) throw new RangeError('There is not enough memory for this payload.');
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    return pointer;
  }

  private take(pointer: number, size: number) {
    this.answer = new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, pointer, size));
  }
}

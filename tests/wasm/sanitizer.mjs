import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';

export const SANITIZER_MODULE = join(projectRoot, 'build', 'wasm-release', 'sanitizer.wasm');

/**
 * Loads the sanitizer as it is compiled for production. What `bytes` returns lies in the module's memory and is
 * valid until the next call.
 * @returns {Promise<{bytes: (html: Uint8Array) => Uint8Array, string: (html: string) => string}>}
 */
export async function loadSanitizer() {
  const module = await WebAssembly.compile(await readFile(SANITIZER_MODULE));
  const { exports } = await WebAssembly.instantiate(module, inertImports(module));
  const { memory, _initialize, reserve, sanitize, result } = exports;
  _initialize();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const room = (size) => new Uint8Array(memory.buffer, reserve(size), size);
  const run = (size) => {
    const length = sanitize(size);
    return new Uint8Array(memory.buffer, result(), length);
  };
  return {
    bytes(html) {
      room(html.length).set(html);
      return run(html.length);
    },
    string(html) {
      // A UTF-16 code unit takes at most three bytes.
      const { written } = encoder.encodeInto(html, room(3 * html.length));
      return decoder.decode(run(written));
    },
  };
}

/** The output of the C library, if any; the core prints nothing. */
function inertImports(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  return imports;
}

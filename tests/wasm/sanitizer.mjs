import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';

export const SANITIZER_MODULE = join(projectRoot, 'build', 'wasm-release', 'sanitizer.wasm');

/**
 * Loads the sanitizer as it is compiled for production.
 * @returns {Promise<(html: string) => string>}
 */
export async function loadSanitizer() {
  const module = await WebAssembly.compile(await readFile(SANITIZER_MODULE));
  const { exports } = await WebAssembly.instantiate(module, inertImports(module));
  const { memory, _initialize, reserve, sanitize, result } = exports;
  _initialize();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return (html) => {
    const capacity = 3 * html.length;
    const pointer = reserve(capacity);
    const { written } = encoder.encodeInto(html, new Uint8Array(memory.buffer, pointer, capacity));
    const size = sanitize(written);
    return decoder.decode(new Uint8Array(memory.buffer, result(), size));
  };
}

/** What the C library might say; the core prints nothing. */
function inertImports(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  return imports;
}

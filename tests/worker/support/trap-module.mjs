import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../tools/setup/processes.mjs';

/*
 * A WebAssembly module that stands between the core and one of its imports, and traps at the call that
 * is counted down to:
 *
 *   (import "host" "call" (func $call (param i32 i32) (result i32)))
 *   (global $left (export "left") (mut i32) (i32.const 0))
 *   (func (export "call") (param i32 i32) (result i32)
 *     (global.set $left (i32.sub (global.get $left) (i32.const 1)))
 *     (if (i32.eqz (global.get $left)) (then (unreachable)))
 *     (call $call (local.get 0) (local.get 1)))
 */
const SECTIONS = [
  [0x01, 0x01, 0x60, 0x02, 0x7f, 0x7f, 0x01, 0x7f], // types: (i32, i32) -> i32
  [0x02, 0x01, 4, ...Buffer.from('host'), 4, ...Buffer.from('call'), 0x00, 0x00], // imports
  [0x03, 0x01, 0x00], // functions
  [0x06, 0x01, 0x7f, 0x01, 0x41, 0x00, 0x0b], // globals
  [0x07, 0x02, 4, ...Buffer.from('call'), 0x00, 0x01, 4, ...Buffer.from('left'), 0x03, 0x00], // exports
  [
    ...[0x0a, 0x01, 22, 0x00], // code: one body of 22 bytes without locals
    ...[0x23, 0x00, 0x41, 0x01, 0x6b, 0x24, 0x00], // left = left - 1
    ...[0x23, 0x00, 0x45, 0x04, 0x40, 0x00, 0x0b], // if left == 0: unreachable
    ...[0x20, 0x00, 0x20, 0x01, 0x10, 0x00, 0x0b], // return call(0, 1)
  ],
];

/** Writes the module to where trapping-ats.js imports it from; workerd compiles no bytes at run time. */
export function writeTrapModule() {
  const folder = join(projectRoot, 'build', 'tests');
  const sections = SECTIONS.flatMap(([id, ...content]) => [id, content.length, ...content]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'trap.wasm'), Uint8Array.of(...Buffer.from('\0asm\x01\0\0\0', 'latin1'), ...sections));
}

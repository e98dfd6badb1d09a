/*
 * The ATS worker that never waits, but its core can be made to trap in the middle of an import call. Only the
 * first instance of an event traps, as with a bug that one input sets off.
 */
import trap from '../../../build/tests/trap.wasm';
import module from '../../../build/wasm-release/ats.wasm';
import { leapingWorker } from './timed.js';

const { handlers } = leapingWorker(module);
const { Instance } = WebAssembly;
let armed;

WebAssembly.Instance = function instantiate(compiled, imports) {
  if (!armed) return new Instance(compiled, imports);
  const { name, call } = armed;
  armed = undefined;
  const { exports } = new Instance(trap, { host: { call: imports.host[name] } });
  exports.left.value = call;
  return new Instance(compiled, { ...imports, host: { ...imports.host, [name]: exports.call } });
};

export default {
  scheduled: handlers.scheduled,

  /** `?name=query&call=2` traps the next event at its second query. */
  fetch(request) {
    const { searchParams } = new URL(request.url);
    armed = { name: searchParams.get('name'), call: Number(searchParams.get('call')) };
    return new Response();
  },
};

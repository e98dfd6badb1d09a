import { Core } from './core';
import type { Answer, InspectionFailure } from './documents';
import type { Question } from './inspector';

/* A thread for the core, so that the page answers while it works on a large payload. */

const loading = Core.load();

function toFailure(error: unknown): InspectionFailure {
  const isTrap = error instanceof WebAssembly.RuntimeError;
  const message = isTrap ? 'The core stopped, which is a bug in it.' : 'The core could not be run in this browser.';
  return { code: isTrap ? 'trap' : 'unavailable', message, detail: String(error) };
}

async function answer({ open, posting = 0 }: Question): Promise<Answer<unknown>> {
  try {
    const core = await loading;
    return open ? core.open(open.payload, open.source, open.tag) : core.posting(posting);
  } catch (error) {
    return { error: toFailure(error) };
  }
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  postMessage({ id: data.id, answer: await answer(data) });
});

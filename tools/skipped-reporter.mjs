/**
 * A reporter for node:test: a line per test or suite that did not run, with the reason it gives.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* skipped(events) {
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.skip !== undefined) yield `${data.name}: ${data.skip}\n`;
  }
}

/*
 * The cache in front of the database: what was answered lately is given again.
 *
 * An answer is fresh for as long as its cache-control says. For as long again it is given while a fresh one is
 * made behind it; after that only where a fresh one fails or keeps its reader waiting. Whoever asks for a key
 * gets the same answer, so that it must be made of nothing but what the key holds.
 */

/** The used part of Cloudflare's Cache API. */
export type Store = Pick<Cache, 'match' | 'put' | 'delete'>;

/** The work that outlives the answer to a request. */
export interface Background {
  waitUntil(work: Promise<unknown>): void;
}

/** The key of a kept answer, and the way to make it anew. */
export interface Question {
  key: string;
  make: () => Promise<Response>;
}

const KEEP_S = 86_400;
const PATIENCE_MS = 1_000;

/**
 * The header in which an answer's own headers are kept, because a store adds some of its own, and goes by those
 * that it knows.
 */
const KEPT = 'x-kept';

interface Kept {
  madeAt: number;
  headers: [string, string][];
}

/** The seconds for which an answer may be given to others, from its cache-control. */
export function maxAgeOf({ headers }: Response): number {
  const [, seconds] = /^public, max-age=(\d+)$/.exec(headers.get('cache-control') ?? '') ?? [];
  return Number(seconds ?? 0);
}

const isKeepable = (answer: Response) => answer.status === 200 && maxAgeOf(answer) > 0;

/** Whether an answer says nothing about the question, so that an earlier one says more. */
const isFailure = (answer: Response) => answer.status >= 500 || (answer.status === 200 && !isKeepable(answer));

const copyOf = (body: ArrayBuffer, { status, headers }: Response) => new Response(body, { status, headers });

function toKept(body: ArrayBuffer, { headers }: Response): Response {
  const kept: Kept = { madeAt: Date.now(), headers: [...headers] };
  return new Response(body, { headers: { 'cache-control': `public, max-age=${KEEP_S}`, [KEPT]: JSON.stringify(kept) } });
}

/** A kept answer as it was before it was kept, with its age. */
function fromKept(stored: Response): { answer: Response; ageS: number } {
  const { madeAt, headers } = JSON.parse(stored.headers.get(KEPT) ?? '{}') as Kept;
  const ageS = Math.max(0, Math.floor((Date.now() - madeAt) / 1000));
  return { answer: new Response(stored.body, { headers: [...headers, ['age', String(ageS)]] }), ageS };
}

/** Looks for an answer in a store; one that cannot be read counts as empty. */
async function find(store: Store, key: string) {
  const stored = await store.match(key).catch(() => undefined);
  return stored && fromKept(stored);
}

/** Makes an answer anew and keeps it. An answer that is gone is forgotten, and a failure changes nothing. */
async function renew(store: Store, { key, make }: Question, background: Background): Promise<Response> {
  const answer = await make();
  if (isFailure(answer)) return answer;
  const body = await answer.arrayBuffer();
  const change = isKeepable(answer) ? store.put(key, toKept(body, answer)) : store.delete(key);
  background.waitUntil(change.catch((error) => console.warn({ event: 'not_kept', error: String(error) })));
  return copyOf(body, answer);
}

const wait = (milliseconds: number) => new Promise<undefined>((wake) => setTimeout(wake, milliseconds, undefined));

/** The renewals behind stale answers, by key, with their beginnings: one at a time is enough. */
const renewals = new Map<string, number>();
const RENEWAL_MS = 10_000;

async function renewOnce(store: Store, question: Question, background: Background) {
  const { key } = question;
  if (Date.now() - (renewals.get(key) ?? 0) < RENEWAL_MS) return;
  renewals.set(key, Date.now());
  await renew(store, question, background).finally(() => renewals.delete(key));
}

/** A fresh answer where one comes soon, else an old one. */
async function freshOr(old: Response, renewal: Promise<Response>): Promise<Response> {
  const fresh = await Promise.race([renewal.catch(() => undefined), wait(PATIENCE_MS)]);
  return fresh && !isFailure(fresh) ? fresh : old;
}

/**
 * Answers a question from the store where that may be, and anew where not.
 * @param store undefined where the platform has none
 */
export async function answerAtEdge(
  store: Store | undefined,
  question: Question,
  background: Background,
): Promise<Response> {
  if (!store) return question.make();
  const kept = await find(store, question.key);
  if (!kept) return renew(store, question, background);
  const maxAgeS = maxAgeOf(kept.answer);
  if (kept.ageS < maxAgeS) return kept.answer;
  if (kept.ageS < 2 * maxAgeS) {
    background.waitUntil(renewOnce(store, question, background));
    return kept.answer;
  }
  const renewal = renew(store, question, background);
  background.waitUntil(renewal.catch(() => {}));
  return freshOr(kept.answer, renewal);
}

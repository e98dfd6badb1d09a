import { useSyncExternalStore } from 'react';

/* A clock that ticks once a second for whoever looks, and not at all while nobody can. */

let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function follow() {
  clearInterval(timer);
  const isWatched = listeners.size > 0 && document.visibilityState === 'visible';
  timer = isWatched ? setInterval(tick, 1_000) : undefined;
  if (isWatched) tick();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) document.addEventListener('visibilitychange', follow);
  listeners.add(listener);
  if (listeners.size === 1) follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', follow);
    follow();
  };
}

const SECOND_MS = 1_000;

/**
 * The time in milliseconds; 0 where nothing ticks: on the server, and before scripts have taken over.
 * @param stepMs the distance of two times that are told
 */
export const useNow = (stepMs = SECOND_MS) =>
  useSyncExternalStore(
    subscribe,
    () => now - (now % stepMs),
    () => 0,
  );

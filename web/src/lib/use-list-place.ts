import { useEffect, useRef } from 'react';

/* The place in a list of several pages, kept for when its page is loaded anew. */

interface Place {
  address: string;
  pages: number;
  y: number;
}

const KEY = 'list-place';

/** Takes the place that was kept for this address. */
function takePlace(): Place | undefined {
  const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Place | null;
  sessionStorage.removeItem(KEY);
  return place?.address === location.href ? place : undefined;
}

/**
 * Brings a list that is loaded anew to as many pages as it had, and the reader back to the place in it.
 * @param pages the number of pages that are here
 * @param more asks for the next page; undefined where there is none, or it failed
 */
export function useListPlace(pages: number, more?: () => void) {
  const place = useRef<Place>(undefined);
  useEffect(() => {
    place.current = takePlace();
  }, []);
  useEffect(() => {
    if (!place.current || pages === 0) return;
    if (more && pages < place.current.pages) return more();
    scrollTo(0, place.current.y);
    place.current = undefined;
  }, [pages, more === undefined]);
  useEffect(() => {
    const keep = () => {
      if (pages > 1) sessionStorage.setItem(KEY, JSON.stringify({ address: location.href, pages, y: scrollY }));
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [pages]);
}

import { useEffect } from 'react';
import { markViewed } from './kept';

/** Keeps that the reader has a posting before him. */
export function useMarkViewed(id?: number) {
  useEffect(() => {
    if (id !== undefined) markViewed(id);
  }, [id]);
}

import { useEffect } from 'react';
import { markViewed } from './kept';

/** Notes that the reader has a posting before them. */
export function useMarkViewed(id?: number) {
  useEffect(() => {
    if (id !== undefined) markViewed(id);
  }, [id]);
}

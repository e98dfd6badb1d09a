import { Link } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';

/**
 * The number of pages that come by themselves; further ones come when readers ask, so that they can reach the
 * footer.
 */
const PAGES_BY_THEMSELVES = 5;

interface Properties {
  cursor: string;
  pages: number;
  isLoading: boolean;
  hasFailed: boolean;
  onMore: () => void;
}

/**
 * The end of a list, which brings the next page when it comes into sight. Without scripts it is a link to that
 * page.
 */
export function MoreJobs({ cursor, pages, isLoading, hasFailed, onMore }: Properties) {
  const link = useRef<HTMLAnchorElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  const isByItself = !hasFailed && pages % PAGES_BY_THEMSELVES !== 0;

  useEffect(() => {
    if (!isByItself || !link.current) return;
    const onSight = ([entry]: IntersectionObserverEntry[]) => entry?.isIntersecting && more.current();
    const observer = new IntersectionObserver(onSight, { rootMargin: '0px 0px 600px' });
    observer.observe(link.current);
    return () => observer.disconnect();
  }, [isByItself, pages]);

  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    onMore();
  };
  const text = hasFailed ? 'That did not work. Try again' : 'More jobs';
  return (
    <p className="more">
      <Link
        to="."
        search={(search: object) => ({ ...search, cursor, job: undefined })}
        className="button"
        ref={link}
        preload={false}
        onClick={onClick}
      >
        {isLoading ? 'Loading…' : text}
      </Link>
    </p>
  );
}

import type { ReactNode } from 'react';
import { pageAddress } from '../lib/format';

interface Properties {
  /** The address at which a posting was published, as its source states it. */
  sourceUrl: string;
  /** Whether the source's terms forbid `nofollow`. */
  isFollowed: boolean;
  className?: string;
  children: ReactNode;
  onClick?: () => void;
}

/** A link to the page where a posting was published; nothing where that is no page. */
export function SourceLink({ sourceUrl, isFollowed, className, children, onClick }: Properties) {
  const address = pageAddress(sourceUrl);
  if (!address) return null;
  return (
    <a
      {...{ className, onClick }}
      href={address}
      target="_blank"
      rel={isFollowed ? 'noopener' : 'noopener nofollow'}
    >
      {children}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}

import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Properties = AnchorHTMLAttributes<HTMLAnchorElement> & { isCurrent: boolean };

/** A link to one of several lists of one path; the caller tells the current one, because the router cannot. */
export const TabLink = createLink(function TabAnchor({ isCurrent, ...anchor }: Properties) {
  return <a {...anchor} aria-current={isCurrent ? 'page' : undefined} />;
});

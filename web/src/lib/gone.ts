import type { JobDetail } from '../api/types';

/** The time for which a closed posting stays a page like others; after that it is gone for search engines. */
const GRACE_MS = 14 * 86_400_000;

export const isGone = ({ closedAt }: JobDetail) => closedAt !== null && Date.parse(closedAt) + GRACE_MS < Date.now();

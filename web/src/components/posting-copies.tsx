import { Link } from '@tanstack/react-router';
import type { Copy, JobDetail } from '../api/types';
import { isFollowed, labelOfSource } from '../lib/sources';
import { SourceLink } from './source-link';

const REASONS: Record<Copy['why'], string> = {
  same_board: 'same board, title and text',
  same_employer: 'same employer, title and text',
  by_hand: 'joined by hand',
};

/** The other places where the role is posted, and why each of these is taken for the same one. */
export function PostingCopies({ role, heading: Heading }: { role: JobDetail['role']; heading: 'h2' | 'h3' }) {
  if (role.copies.length === 0) return null;
  return (
    <section className="copies">
      <Heading>Also posted</Heading>
      <ul>
        {role.copies.map((copy) => (
          <li key={copy.id}>
            <Link to="/jobs/$id/{-$slug}" params={{ id: String(copy.id), slug: copy.slug }} preload={false}>
              {copy.location ?? copy.title}
            </Link>{' '}
            <SourceLink sourceUrl={copy.sourceUrl} isFollowed={isFollowed(copy.sourceName)}>
              via {labelOfSource(copy.sourceName)}
            </SourceLink>{' '}
            <span className="quiet">{REASONS[copy.why]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

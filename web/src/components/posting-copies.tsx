import { Link } from '@tanstack/react-router';
import type { Copy, JobDetail } from '../api/types';
import { pageAddress } from '../lib/format';
import { labelOfSource } from '../lib/sources';

const REASONS: Record<Copy['why'], string> = {
  same_board: 'same board, title and text',
  same_employer: 'same employer, title and text',
  by_hand: 'joined by hand',
};

/** Where else the role is posted, and why each of these is taken for the same one. */
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
            <SourceLink copy={copy} /> <span className="quiet">{REASONS[copy.why]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceLink({ copy }: { copy: Copy }) {
  const address = pageAddress(copy.sourceUrl);
  const text = `via ${labelOfSource(copy.sourceName)}`;
  return address ? (
    <a href={address} target="_blank" rel="noopener nofollow">
      {text}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  ) : (
    <span>{text}</span>
  );
}

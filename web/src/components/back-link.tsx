import { Link } from '@tanstack/react-router';
import { Icon } from './icons';

/** From a page of its own to the board. */
export function BackLink() {
  return (
    <p>
      <Link to="/" className="back-link">
        <Icon name="back" /> All jobs
      </Link>
    </p>
  );
}

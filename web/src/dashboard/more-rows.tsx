import { Link } from '@tanstack/react-router';

interface Props {
  text: string;
  isLoading: boolean;
  cursor: string | undefined;
  onMore(): void;
}

/** The end of a list, with a button for its next page. Without scripts it is a link to that page. */
export function MoreRows({ text, isLoading, cursor, onMore }: Props) {
  if (cursor === undefined) return null;
  return (
    <Link
      to="."
      search={(search: object) => ({ ...search, cursor })}
      className="button more-rows"
      preload={false}
      onClick={(event) => {
        event.preventDefault();
        onMore();
      }}
    >
      {isLoading ? 'Loading …' : text}
    </Link>
  );
}

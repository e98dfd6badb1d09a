import { formatAge, formatDate } from '../lib/format';

/** How long ago something was. The browser may already be a day further than the server. */
export function Age({ date }: { date: string }) {
  return (
    <time dateTime={date} title={formatDate(date)} suppressHydrationWarning>
      {formatAge(date)}
    </time>
  );
}

export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(date)}</time>;
}

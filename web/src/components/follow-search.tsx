import { type FormEvent, useId } from 'react';
import { toQuery } from '../lib/to-query';
import { nameOfFilter } from '../lib/filter-labels';
import { followSearch, useKept } from '../lib/kept';
import { type BoardSearch, filterOf, isSameFilter, toApiFilter } from '../lib/search';
import { Icon } from './icons';
import { Popover } from './popover';

/** Keeps a search under a name, or leads to its feeds. */
export function FollowSearch({ search }: { search: BoardSearch }) {
  const id = useId();
  const filter = filterOf(search);
  const isFollowed = useKept().searches.some((one) => isSameFilter(one.filter, filter));
  return (
    <>
      <button type="button" className="button small needs-script" popoverTarget={id} aria-pressed={isFollowed}>
        <Icon name="bell" />
        {isFollowed ? 'Followed' : 'Follow'}
        <span className="visually-hidden"> this search</span>
      </button>
      <Popover id={id}>
        {() => <FollowForm search={search} onDone={() => document.getElementById(id)?.hidePopover()} />}
      </Popover>
    </>
  );
}

function FollowForm({ search, onDone }: { search: BoardSearch; onDone: () => void }) {
  const filter = filterOf(search);
  const query = toQuery(toApiFilter(filter));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (!name) return;
    followSearch({ name, filter });
    onDone();
  };
  return (
    <form className="follow-form" onSubmit={submit}>
      <label className="field">
        <span>Name of this search</span>
        <input name="name" required maxLength={80} defaultValue={nameOfFilter(filter, 3) ?? 'All jobs'} autoFocus />
      </label>
      <button type="submit" className="button primary">
        Follow in this browser
      </button>
      <p className="quiet">
        “Saved” then says how many are new. In a feed reader: <a href={`/feed.xml${query}`}>RSS</a>,{' '}
        <a href={`/feed.json${query}`}>JSON feed</a>.
      </p>
    </form>
  );
}

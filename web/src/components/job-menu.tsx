import { useId } from 'react';
import { focusedItem, heirOf, linkOf } from '../lib/board-focus';
import {
  type ListedJob,
  companyOf,
  hasCompany,
  hasJob,
  toggleApplied,
  toggleCompany,
  toggleJob,
  useKept,
} from '../lib/kept';
import { Icon } from './icons';
import { Popover } from './popover';

/** The menu of further actions on a posting. It opens above all others, where no list cuts it off. */
export function JobMenu({ job, withText = false }: { job: ListedJob; withText?: boolean }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={withText ? 'button' : 'icon-button'}
        popoverTarget={id}
        aria-label={`More: ${job.title}`}
        title="Hide, applied"
      >
        <Icon name="more" />
      </button>
      <Popover id={id}>{() => <MenuItems job={job} menu={id} />}</Popover>
    </>
  );
}

function MenuItems({ job, menu }: { job: ListedJob; menu: string }) {
  const kept = useKept();
  const company = companyOf(job);
  const isJobHidden = hasJob(kept.hidden, job);
  const isCompanyHidden = hasCompany(kept.hiddenCompanies, company);
  const hide = (act: () => void) => () => {
    const heir = heirOf(focusedItem());
    act();
    linkOf(heir)?.focus();
  };
  const items = [
    { text: isJobHidden ? 'Show this job again' : 'Hide this job', act: hide(() => toggleJob('hidden', job)) },
    {
      text: isCompanyHidden ? `Show ${company.name} again` : `Hide ${company.name} everywhere`,
      act: hide(() => toggleCompany('hiddenCompanies', company)),
    },
    {
      text: hasJob(kept.applied, job) ? 'I have not applied' : 'I have applied',
      act: () => toggleApplied(job),
    },
  ];
  return items.map(({ text, act }) => (
    <button key={text} type="button" popoverTarget={menu} popoverTargetAction="hide" onClick={act}>
      {text}
    </button>
  ));
}

import { type ListedJob, hasJob, toggleJob, useKept } from '../lib/kept';
import { Icon } from './icons';
import { JobMenu } from './job-menu';

/**
 * The buttons of a posting: save, and the menu of further actions. `withText` shows the words beside the signs.
 */
export function KeepButtons({ job, withText = false }: { job: ListedJob; withText?: boolean }) {
  const isSaved = hasJob(useKept().saved, job);
  return (
    <span className="keep-buttons needs-script">
      <KeepButton
        icon="bookmark"
        text={isSaved ? 'Saved' : 'Save'}
        about={job.title}
        {...{ withText, isPressed: isSaved, onPress: () => toggleJob('saved', job) }}
      />
      <JobMenu job={job} withText={withText} />
    </span>
  );
}

interface KeepButtonProperties {
  icon: 'bookmark' | 'hide';
  text: string;
  about: string;
  withText?: boolean;
  isPressed: boolean;
  onPress: () => void;
}

export function KeepButton({ icon, text, about, withText = false, isPressed, onPress }: KeepButtonProperties) {
  const label = `${text}: ${about}`;
  return (
    <button
      type="button"
      className={withText ? 'button' : 'icon-button'}
      aria-pressed={isPressed}
      aria-label={label}
      title={withText ? undefined : text}
      onClick={onPress}
    >
      <Icon name={icon} />
      {withText && text}
    </button>
  );
}

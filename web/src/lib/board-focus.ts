/* The place of the keyboard on the board: in the list, or in the posting beside it. */

/** The posting beside the list, or on a page of its own. */
const posting = () => document.getElementById('posting');

/** The items of the list; `data-job` tells the posting of each. */
export const items = () => [...document.querySelectorAll<HTMLElement>('li[data-job]')];

export const linkOf = (item?: Element | null) => item?.querySelector<HTMLAnchorElement>('.job-title');
export const focusedItem = () => document.activeElement?.closest<HTMLElement>('li[data-job]') ?? undefined;
export const isInPosting = () => posting()?.contains(document.activeElement) ?? false;

/** The item that keys act on: that with the focus, else the one whose posting is shown. */
export const meantItem = () => focusedItem() ?? document.querySelector<HTMLElement>('li[data-job][data-current]') ?? undefined;

/** The posting that is shown, where there is room for it. */
export function shownPosting() {
  const shown = posting();
  return shown?.checkVisibility() ? shown : undefined;
}

export const enterPosting = () => posting()?.focus({ preventScroll: true });
export const leavePosting = () => linkOf(meantItem() ?? items()[0])?.focus();

/** The item a step further in the list; from elsewhere it starts at the one shown. */
export function itemAfter(step: 1 | -1): HTMLElement | undefined {
  const all = items();
  const focused = focusedItem();
  if (!focused) return meantItem() ?? all[0];
  return all[Math.min(Math.max(all.indexOf(focused) + step, 0), all.length - 1)];
}

/** The item that takes the place of one that goes away. */
export const heirOf = (item?: HTMLElement) => item?.nextElementSibling ?? item?.previousElementSibling ?? undefined;

/** Scrolls the posting by most of its height, as Space does a page. */
export function scrollPosting(direction: 1 | -1) {
  const shown = shownPosting();
  shown?.scrollBy({ top: direction * shown.clientHeight * 0.85 });
}

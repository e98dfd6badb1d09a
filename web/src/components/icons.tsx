/* Line icons on a 20 × 20 grid, drawn in the colour of the text. */

const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5 4 4',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5m0 13V18m8-8h-1.5M3.5 10H2m13.7-5.7-1.1 1.1M5.4 14.6l-1.1 1.1m11.4 0-1.1-1.1M5.4 5.4 4.3 4.3',
  moon: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z',
  system: 'M3 4h14v9.5H3V4Zm4 13h6m-3-3.5V17',
  bookmark: 'M5.5 3h9v14L10 13.6 5.5 17V3Z',
  hide: 'M3 3l14 14M8 5a7.6 7.6 0 0 1 2-.3c4.5 0 7.5 5.3 7.5 5.3a13 13 0 0 1-1.9 2.4M5 6.7A13 13 0 0 0 2.5 10S5.5 15.3 10 15.3c1.1 0 2.1-.3 3-.8',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M16 10H4m5-5-5 5 5 5',
  external: 'M11.5 3.5H16.5V8.5M16.3 3.7 9.5 10.5M14 11.5v4.5H4V6h4.5',
  pin: 'M10 17.5s5.5-4.7 5.5-9a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9 5.5 9Zm0-7a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  building: 'M4.5 17V3h7.5v14M12 8h3.5v9M3 17h14M7 6.5h2.5M7 9.5h2.5M7 12.5h2.5',
  money: 'M2.5 5.5h15v9h-15v-9Zm7.5 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4l2.5 2',
  keyboard: 'M2.5 5h15v10h-15V5Zm3 3h.01m2.99 0h.01m2.99 0h.01m2.99 0h.01M6 12h8',
  more: 'M4.6 10a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0Zm5 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0Zm5 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0Z',
  check: 'm4 10.5 4 4 8-9',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13L5 14Zm3.5 3h3',
  filter: 'M3 5h14M6 10h8m-5.5 5h3',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon, for decoration only: the element around or beside it has the words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 20 20 4M20 4l-8.5 1.5M20 4l-1.5 8.5" />
      <path d="M4 12v8h8" />
    </svg>
  );
}

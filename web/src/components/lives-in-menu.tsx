import { type ComponentProps, useState } from 'react';
import { homeOf } from '../lib/home';
import { setLivesIn, useIsKeptKnown, useKept } from '../lib/kept';
import { COUNTRIES, USUAL_COUNTRIES, nameOfScope } from '../lib/scopes';
import type { JobFilter } from '../lib/search';
import { Menu, type Option, Options } from './filter-menu';

const optionOf = (code: string): Option => ({ value: code, label: nameOfScope(code) });

const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label);

/** The countries to choose from: all in the browser, the usual ones in the page that the server draws. */
function countryOptions(all: boolean, chosen: string[]): Option[] {
  const codes = [...Object.keys(USUAL_COUNTRIES), ...chosen, ...(all ? COUNTRIES : [])];
  return [...new Set(codes)].map(optionOf).sort(byLabel);
}

/** A box to tick, with its words. */
function Check({ children, ...input }: ComponentProps<'input'>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      {children}
    </label>
  );
}

interface CountriesProperties {
  livesIn?: string;
  /** The country that the reader chose earlier, or that the browser suggests. */
  offered?: string;
  isKnown: boolean;
  onChoose: (country: string) => void;
}

/** The countries to choose one from, the chosen and the offered one first. */
function Countries({ livesIn, offered, isKnown, onChoose }: CountriesProperties) {
  const chosen = livesIn ? [livesIn] : [];
  return (
    <Options
      label="I live in"
      options={countryOptions(isKnown, chosen)}
      chosen={[...chosen, ...(offered ? [offered] : [])]}
    >
      {({ value }) => (
        <input type="radio" name="livesIn" value={value} checked={livesIn === value} onChange={() => onChoose(value)} />
      )}
    </Options>
  );
}

interface Properties {
  filter: JobFilter;
  onChange: (changed: JobFilter) => void;
}

/** The menu of the country where the reader lives: the jobs open to it, its regions and the world. */
export function LivesInMenu({ filter: { livesIn, worldwide, placeUnknown }, onChange }: Properties) {
  const isKnown = useIsKeptKnown();
  const { livesIn: remembered } = useKept();
  const [home, setHome] = useState<string>();
  const offered = remembered ?? home;
  const choose = (country?: string) => {
    setLivesIn(country);
    onChange({ livesIn: country, remote: undefined });
  };
  return (
    <Menu
      label={livesIn ? `I live in ${nameOfScope(livesIn)}` : 'I live in'}
      badge={worldwide && 'worldwide'}
      isActive={worldwide || livesIn !== undefined}
      onOpen={() => setHome(homeOf())}
    >
      <Check
        name="worldwide"
        value="true"
        checked={worldwide ?? false}
        onChange={() => onChange({ worldwide: worldwide ? undefined : true, remote: undefined })}
      >
        Worldwide only
      </Check>
      {(livesIn || worldwide) && (
        <Check
          name="placeUnknown"
          value="include"
          checked={placeUnknown !== undefined}
          onChange={() => onChange({ placeUnknown: placeUnknown ? undefined : 'include' })}
        >
          Or not stated
        </Check>
      )}
      {livesIn && (
        <button type="button" className="text-button needs-script" onClick={() => choose()}>
          Wherever I live
        </button>
      )}
      <Countries key={`${isKnown} ${offered}`} {...{ livesIn, offered, isKnown }} onChoose={choose} />
    </Menu>
  );
}

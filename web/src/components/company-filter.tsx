import { useEffect, useRef, useState } from 'react';
import { Menu } from './filter-menu';

interface Properties {
  value?: string;
  /** The names to offer: those of the present list. */
  companies: string[];
  onChoose: (company?: string) => void;
}

/** The filter of a company by its name or by the name of its board, in full. */
export function CompanyFilter({ value, companies, onChoose }: Properties) {
  return (
    <Menu label="Company" badge={value && 1}>
      <CompanyField {...{ value, companies, onChoose }} />
    </Menu>
  );
}

function CompanyField({ value = '', companies, onChoose }: Properties) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  // Back, forward and cleared filters change the address without the field.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const choose = (name: string) => {
    if (name === sent.current) return;
    sent.current = name;
    onChoose(name || undefined);
  };
  const type = (name: string) => {
    setText(name);
    // Picked from the offer, or taken out.
    if (!name || companies.includes(name)) choose(name);
  };
  return (
    <label className="field company-field">
      <span>Name of the company</span>
      <input
        name="company"
        list="companies"
        value={text}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && choose(text.trim())}
      />
      <datalist id="companies">
        {companies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { suggestQuery } from '../api/queries';
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

/** The text of the field, and the names that are offered while it is typed. */
function useCompanyText({ value = '', companies, onChoose }: Properties) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  // Back, forward and cleared filters change the address without the field.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const typed = text.trim();
  const isTyping = typed !== '' && typed !== value;
  const { data: likeIt = [] } = useQuery({ ...suggestQuery(typed), enabled: isTyping, placeholderData: keepPreviousData });
  const offered = [...new Set([...(isTyping ? likeIt : []), ...companies])];
  const client = useQueryClient();

  const choose = (name: string) => {
    if (name === sent.current) return;
    sent.current = name;
    onChoose(name || undefined);
  };
  const type = (name: string) => {
    setText(name);
    // Picked from the offer, or taken out.
    if (!name || offered.includes(name)) choose(name);
  };
  const enter = async () => {
    const [best = typed] = typed ? await client.fetchQuery(suggestQuery(typed)).catch(() => []) : [];
    setText(best);
    choose(best);
  };
  return { text, offered, type, enter };
}

function CompanyField(properties: Properties) {
  const { text, offered, type, enter } = useCompanyText(properties);
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
        onKeyDown={(event) => event.key === 'Enter' && void enter()}
      />
      <datalist id="companies">
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}

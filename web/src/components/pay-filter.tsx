import { chooseCurrency, useCurrency } from '../lib/currency';
import { labelOfSalary, salariesIn } from '../lib/filter-options';
import { CURRENCIES, USUAL_CURRENCY } from '../lib/rates';
import type { JobFilter } from '../lib/search';
import { FilterSelect } from './filter-select';

interface Properties {
  filter: JobFilter;
  onChange: (changed: JobFilter) => void;
}

/** The filter of the least pay, and the currency in which pay is compared. */
export function PayFilter({ filter, onChange }: Properties) {
  const { salaryMin } = filter;
  const currency = useCurrency();
  const ask = (least: number | undefined, of: string) =>
    onChange({ salaryMin: least, currency: least ? toAsked(of) : undefined });
  const choose = (chosen: string) => {
    chooseCurrency(chosen);
    if (salaryMin || filter.currency) ask(salaryMin, chosen);
  };
  return (
    <>
      <FilterSelect
        {...{ name: 'salaryMin', label: 'Pay', none: 'any', value: salaryMin }}
        choices={salariesIn(currency)}
        labelOf={(amount) => labelOfSalary(amount, currency)}
        onChange={(amount) => ask(Number(amount) || undefined, currency)}
      />
      <FilterSelect
        {...{ name: 'currency', label: 'Currency', none: USUAL_CURRENCY, value: toAsked(currency) }}
        choices={CURRENCIES.filter(toAsked)}
        labelOf={(code) => code}
        onChange={(code) => choose(code || USUAL_CURRENCY)}
      />
    </>
  );
}

/** A currency in the form of addresses: the usual one goes without saying. */
const toAsked = (currency: string) => (currency === USUAL_CURRENCY ? undefined : currency);

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { boardSources, toChoices } from '../lib/sources';
import { companiesQuery } from './queries';
import { TriggerResult } from './trigger-result';
import type { Trigger } from './use-trigger';

const ADD = '/api/v3/companies';

const syncPath = (source: string, slug: string) =>
  `/api/v3/companies/${source}/${encodeURIComponent(slug.trim())}/sync`;

export function CompanyForms({ trigger }: { trigger: Trigger }) {
  return (
    <section className="company-forms needs-script" aria-labelledby="companies-heading">
      <h2 id="companies-heading" className="visually-hidden">
        Companies
      </h2>
      <SyncForm trigger={trigger} />
      <AddForm trigger={trigger} />
    </section>
  );
}

function SyncForm({ trigger }: { trigger: Trigger }) {
  const [source, setSource] = useState(boardSources()[0]?.name ?? '');
  const [slug, setSlug] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);
  const { data: known } = useQuery({ ...companiesQuery(source), enabled: isChoosing });
  const path = syncPath(source, slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const company = slug.trim();
    trigger.run({ path, name: `Sync ${company}`, verb: 'Sync', company });
  };
  return (
    <form className="panel company-form" onSubmit={submit}>
      <h3>Sync a company</h3>
      <div>
        <label className="field">
          <span>Source</span>
          <select value={source} onChange={({ target }) => setSource(target.value)}>
            {toChoices(boardSources()).map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Slug of its board</span>
          <input
            required
            value={slug}
            list="known-slugs"
            autoComplete="off"
            spellCheck={false}
            onFocus={() => setIsChoosing(true)}
            onChange={({ target }) => setSlug(target.value)}
          />
          <datalist id="known-slugs">
            {known?.map((company) => (
              <option key={company.slug} value={company.slug}>
                {company.name}
              </option>
            ))}
          </datalist>
        </label>
        <button type="submit" className="button" disabled={trigger.isRunning(path)}>
          {trigger.isRunning(path) ? 'Syncing …' : 'Sync now'}
        </button>
      </div>
      <TriggerResult trigger={trigger} path={path} />
    </form>
  );
}

function AddForm({ trigger }: { trigger: Trigger }) {
  const [company, setCompany] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trigger.run({ path: ADD, name: `Add ${company.trim()}`, verb: 'Add', body: { company: company.trim() } });
  };
  return (
    <form className="panel company-form" onSubmit={submit}>
      <h3>Add a company</h3>
      <div>
        <label className="field">
          <span>Address of its board, or its slug</span>
          <input
            required
            value={company}
            placeholder="https://jobs.lever.co/acme"
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setCompany(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={trigger.isRunning(ADD)}>
          {trigger.isRunning(ADD) ? 'Adding …' : 'Add'}
        </button>
      </div>
      <TriggerResult trigger={trigger} path={ADD} />
    </form>
  );
}

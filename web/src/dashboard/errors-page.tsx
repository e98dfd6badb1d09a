import { STEPS } from './next-steps';
import { OperationsNav } from './operations-head';

/** The page of errors as the documentation has them, with a row to link to for each. */
export function ErrorsPage() {
  return (
    <div className="dashboard">
      <header className="dashboard-head">
        <h1>Errors</h1>
        <p>What a failed run names as its cause, and what happens next.</p>
        <OperationsNav />
      </header>
      <dl className="panel error-list">
        {STEPS.map(({ code, meaning, next }) => (
          <div key={code} id={code} tabIndex={-1}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{meaning}</dd>
            <dd className="quiet">Next: {next}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { askApi } from '../api/client';
import { Trouble } from '../components/failure';
import { type ApiDescription, type Operation, operationsOf } from '../lib/operations';
import { answerWith, siteOrigin, statusOf } from '../lib/server-answer';

const TITLE = 'The API of Spearyx Jobs';
const DESCRIPTION = '/api/v3/openapi.json';

export const Route = createFileRoute('/about/api')({
  loader: async () => {
    const origin = siteOrigin();
    try {
      return { origin, operations: operationsOf(await askApi<ApiDescription>(DESCRIPTION)) };
    } catch (error) {
      answerWith(statusOf(error));
      return { origin, operations: [], problem: error as Error };
    }
  },
  head: ({ loaderData }) => ({
    meta: [
      { title: TITLE },
      { name: 'description', content: 'Every path of the open API, with what it answers and the parameters it takes.' },
      { property: 'og:title', content: TITLE },
    ],
    links: [{ rel: 'canonical', href: `${loaderData?.origin}/about/api` }],
  }),
  component: ApiPage,
});

function ApiPage() {
  const { origin, operations, problem } = Route.useLoaderData();
  const isForAll = ({ needsToken }: Operation) => !needsToken;
  return (
    <article className="text-page">
      <h1>{TITLE}</h1>
      <p>
        Open to all, without a key, from any page. Answers are JSON; the whole description, for machines, is{' '}
        <a href={DESCRIPTION}>openapi.json</a>.
      </p>
      <pre className="example">{`curl '${origin}/api/v3/jobs?search=engineer&livesIn=DE&limit=10'`}</pre>
      {problem && <Trouble error={problem} onRetry={() => location.reload()} />}
      {operations.length > 0 && (
        <>
          <h2>To read</h2>
          <Operations operations={operations.filter(isForAll)} />
          <h2>For who runs the board</h2>
          <p>These need the board’s token, as “Authorization: Bearer …”.</p>
          <Operations operations={operations.filter((each) => !isForAll(each))} />
        </>
      )}
    </article>
  );
}

function Operations({ operations }: { operations: Operation[] }) {
  return (
    <dl className="operations">
      {operations.map(({ method, path, summary, parameters }) => (
        <div key={`${method} ${path}`}>
          <dt>
            <code>
              {method} {path}
            </code>
          </dt>
          <dd>
            {summary}
            {parameters.length > 0 && (
              <details>
                <summary>
                  {parameters.length} {parameters.length === 1 ? 'parameter' : 'parameters'}
                </summary>
                <dl>
                  {parameters.map(({ name, description }) => (
                    <div key={name}>
                      <dt>
                        <code>{name}</code>
                      </dt>
                      <dd>{description}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { orList } from '../lib/format';
import { sources } from '../lib/sources';
import { BoardPayload } from './board-payload';
import { FailureNote } from './failure-note';
import { Findings } from './findings';
import { PayloadForm } from './payload-form';
import { useInspection } from './use-inspection';
import type { Wanted } from './wanted';

export function InspectorPage({ wanted }: { wanted: Wanted }) {
  const { inspection, inspect, readTexts } = useInspection();
  return (
    <div className="inspect">
      <header className="inspect-intro">
        <h1>Inspector</h1>
        <p>
          Shows, posting by posting, what a sync does with an answer of{' '}
          {orList.format(sources().map(({ displayName }) => displayName))}. The sync’s own WebAssembly runs in this page:{' '}
          <strong>nothing is sent anywhere.</strong>
        </p>
        <noscript>
          <p>The inspector runs in your browser, and needs JavaScript for it.</p>
        </noscript>
      </header>
      {wanted.source && wanted.company && (
        <BoardPayload source={wanted.source} company={wanted.company} onPayload={(payload) => void inspect(payload)} />
      )}
      <PayloadForm inspection={inspection} onInspect={(payload) => void inspect(payload)} />
      <div role="status" className="inspect-status">
        {inspection.state === 'working' && `Reading ${inspection.payload.name} …`}
      </div>
      {inspection.state === 'failed' && <FailureNote payload={inspection.payload} failure={inspection.failure} />}
      {inspection.state === 'done' && (
        <Findings key={inspection.durationMs} {...inspection} readTexts={readTexts} wanted={wanted.posting} />
      )}
    </div>
  );
}

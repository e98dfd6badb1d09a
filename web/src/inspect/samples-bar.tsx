import { SOURCES } from '../lib/sources';
import { loadSample } from './samples';

export function Samples({ onChoose }: { onChoose(sample: string, label: string): void }) {
  return (
    <div className="samples" role="group" aria-labelledby="samples-label">
      <span id="samples-label">Try a made-up sample:</span>
      {SOURCES.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          className="button needs-script"
          onClick={async () => onChoose(await loadSample(name), label)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

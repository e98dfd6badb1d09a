import { sources, toChoices } from '../lib/sources';
import { sampleOf } from './samples';

export function Samples({ onChoose }: { onChoose(sample: string, label: string): void }) {
  return (
    <div className="samples needs-script" role="group" aria-labelledby="samples-label">
      <span id="samples-label">Try a made-up sample:</span>
      {toChoices(sources()).map(({ name, label }) => {
        const load = sampleOf(name);
        return (
          load && (
            <button
              key={name}
              type="button"
              className="button"
              onClick={async () => onChoose(await load(), label)}
            >
              {label}
            </button>
          )
        );
      })}
    </div>
  );
}

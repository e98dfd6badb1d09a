import { type DragEvent, type FormEvent, useState } from 'react';
import { Icon } from '../components/icons';
import { sources, toChoices } from '../lib/sources';
import { Choice } from './choice';
import { PayloadField } from './payload-field';
import { Samples } from './samples-bar';
import type { Inspection, Payload } from './use-inspection';

interface Props {
  inspection: Inspection;
  onInspect(payload: Payload): void;
}

/**
 * The most bytes that are shown. A longer text is kept beside the field: no field for text stays quick with
 * megabytes in it.
 */
export const MAX_SHOWN_BYTES = 200_000;

const PASTED = 'Pasted text';

const sourceChoices = () => toChoices(sources()).map(({ name, label }) => ({ value: name, label }));
const asChoice = (name: string) => ({ value: name, label: name });
const encode = (text: string) => new TextEncoder().encode(text);

/** The payload that is entered, as a text or as a file, and what takes another one. */
function usePayload(onInspect: Props['onInspect']) {
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array }>();
  const [source, setSource] = useState('');
  const [tag, setTag] = useState('');

  const show = (bytes: Uint8Array, name: string, chosen = source) => {
    const isShown = bytes.length <= MAX_SHOWN_BYTES;
    setText(isShown ? new TextDecoder().decode(bytes) : '');
    setFile(isShown ? undefined : { name, bytes });
    setSource(chosen);
    onInspect({ bytes, name, source: chosen, tag });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onInspect({ ...(file ?? { bytes: encode(text), name: PASTED }), source, tag });
  };
  const takeFile = async (given?: File) => {
    if (given) show(new Uint8Array(await given.arrayBuffer()), given.name);
  };
  /** Takes a pasted text; false where the field may take it itself. */
  const takePasted = (pasted: string) => {
    const bytes = encode(pasted);
    const isLarge = bytes.length > MAX_SHOWN_BYTES;
    if (isLarge) show(bytes, PASTED);
    return isLarge;
  };
  return { text, setText, file, setFile, source, setSource, tag, setTag, show, submit, takeFile, takePasted };
}

/**
 * The form for the payload to inspect, a sample, a text, or a file, and for facts that it does not tell itself.
 */
export function PayloadForm({ inspection, onInspect }: Props) {
  const payload = usePayload(onInspect);
  const { text, file, source, tag, takeFile } = payload;
  const [isOver, setIsOver] = useState(false);
  const tags = inspection.state === 'done' ? inspection.overview.tags : [];
  const drag = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setIsOver(over);
  };

  return (
    <form
      className={isOver ? 'panel payload-form is-over' : 'panel payload-form'}
      onSubmit={payload.submit}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        void takeFile(event.dataTransfer.files[0]);
      }}
    >
      <Samples onChoose={(sample, label) => payload.show(encode(sample), `The sample of ${label}`, '')} />
      <PayloadField
        text={text}
        file={file}
        onText={payload.setText}
        onPaste={payload.takePasted}
        onDropFile={() => payload.setFile(undefined)}
      />
      <div className="payload-controls">
        <Choice label="Source" none="Detect" choices={sourceChoices()} value={source} onChange={payload.setSource} />
        {tags.length > 0 && (
          <Choice label="Tag asked for" none="Any of ours" choices={tags.map(asChoice)} value={tag} onChange={payload.setTag} />
        )}
        <FileField onFile={(given) => void takeFile(given)} />
        <button type="submit" className="button primary needs-script" disabled={!file && text.trim() === ''}>
          <Icon name="search" />
          Inspect
        </button>
      </div>
    </form>
  );
}

function FileField({ onFile }: { onFile(file?: File): void }) {
  return (
    <label className="field">
      <span>File</span>
      <input
        type="file"
        accept=".json,.txt,application/json,text/plain"
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // The same file, changed, may be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}

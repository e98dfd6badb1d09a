import { type ClipboardEvent, type DragEvent, type FormEvent, useState } from 'react';
import type { SourceName } from '../api/types';
import { Icon } from '../components/icons';
import { SOURCES } from '../lib/sources';
import { formatBytes } from './format-bytes';
import { loadSample } from './samples';
import { REMOTE_OK_TAGS } from './tags';
import type { Inspection, Payload } from './use-inspection';

interface Props {
  inspection: Inspection;
  onInspect(payload: Payload): void;
}

/** A longer text is kept beside the field: no field for text stays quick with megabytes in it. */
const MAX_SHOWN_BYTES = 200_000;

const encode = (text: string) => new TextEncoder().encode(text);

export function PayloadForm({ inspection, onInspect }: Props) {
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array }>();
  const [source, setSource] = useState('');
  const [tag, setTag] = useState('');
  const [isOver, setIsOver] = useState(false);
  const isRemoteOk = source === 'remoteok' || (inspection.state === 'done' && inspection.overview.source === 'remoteok');

  const show = (bytes: Uint8Array, name: string, chosen = source) => {
    const isShown = bytes.length <= MAX_SHOWN_BYTES;
    setText(isShown ? new TextDecoder().decode(bytes) : '');
    setFile(isShown ? undefined : { name, bytes });
    onInspect({ bytes, name, source: chosen, tag });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onInspect(file ? { ...file, source, tag } : { bytes: encode(text), name: 'Pasted text', source, tag });
  };
  const takeFile = async (given?: File) => {
    if (given) show(new Uint8Array(await given.arrayBuffer()), given.name);
  };
  const paste = (event: ClipboardEvent) => {
    const bytes = encode(event.clipboardData.getData('text'));
    if (bytes.length <= MAX_SHOWN_BYTES) return;
    event.preventDefault();
    show(bytes, 'Pasted text');
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void takeFile(event.dataTransfer.files[0]);
  };
  const takeSample = async (name: SourceName, label: string) => {
    setSource('');
    show(encode(await loadSample(name)), `The sample of ${label}`, '');
  };

  return (
    <form
      className={isOver ? 'panel payload-form is-over' : 'panel payload-form'}
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className="samples" role="group" aria-labelledby="samples-label">
        <span id="samples-label">Try a made-up sample:</span>
        {SOURCES.map(({ name, label }) => (
          <button key={name} type="button" className="button needs-script" onClick={() => void takeSample(name, label)}>
            {label}
          </button>
        ))}
      </div>
      {file ? (
        <p className="payload-file">
          <strong>{file.name}</strong> {formatBytes(file.bytes.length)}
          <button type="button" className="text-button" onClick={() => setFile(undefined)}>
            Enter text instead
          </button>
        </p>
      ) : (
        <label className="field">
          <span>Payload: paste JSON, or drop a file</span>
          <textarea
            rows={7}
            spellCheck={false}
            value={text}
            placeholder={'{"jobs": [ … ]}'}
            onPaste={paste}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
      )}
      <div className="payload-controls">
        <label className="field">
          <span>Source</span>
          <select value={source} onChange={({ target }) => setSource(target.value)}>
            <option value="">Detect</option>
            {SOURCES.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {isRemoteOk && (
          <label className="field">
            <span>Tag asked for</span>
            <select value={tag} onChange={({ target }) => setTag(target.value)}>
              <option value="">Any of the {REMOTE_OK_TAGS.length}</option>
              {REMOTE_OK_TAGS.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>File</span>
          <input
            type="file"
            accept=".json,.txt,application/json,text/plain"
            onChange={({ target }) => {
              void takeFile(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        <button type="submit" className="button primary needs-script" disabled={!file && text.trim() === ''}>
          <Icon name="search" />
          Inspect
        </button>
      </div>
    </form>
  );
}

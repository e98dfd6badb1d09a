import { formatBytes } from './format-bytes';

interface Props {
  text: string;
  /** A payload too large to be shown as text. */
  file: { name: string; bytes: Uint8Array } | undefined;
  onText(text: string): void;
  /** Whether the paste has been dealt with. */
  onPaste(text: string): boolean;
  onDropFile(): void;
}

export function PayloadField({ text, file, onText, onPaste, onDropFile }: Props) {
  if (file) {
    return (
      <p className="payload-file">
        <strong>{file.name}</strong> {formatBytes(file.bytes.length)}
        <button type="button" className="text-button" onClick={onDropFile}>
          Enter text instead
        </button>
      </p>
    );
  }
  return (
    <label className="field">
      <span>Payload: paste JSON, or drop a file</span>
      <textarea
        rows={7}
        spellCheck={false}
        value={text}
        placeholder={'{"jobs": [ … ]}'}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text'))) event.preventDefault();
        }}
        onChange={({ target }) => onText(target.value)}
      />
    </label>
  );
}

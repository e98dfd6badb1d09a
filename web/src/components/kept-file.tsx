import { useState } from 'react';
import { exportKept, importKept } from '../lib/kept';

const FILE = 'spearyx-jobs.json';

/** Downloads a file with the kept things. */
function download(text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = FILE;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The buttons for the kept things as a file, to take them to another browser. */
export function KeptFile() {
  const [outcome, setOutcome] = useState('');
  const take = async (file?: File) => {
    if (file) setOutcome(importKept(await file.text()) ? 'The file has been added.' : 'This is no file of ours.');
  };
  return (
    <div className="kept-file">
      <p className="quiet">All of this stays in this browser.</p>
      <button type="button" className="button" onClick={() => download(exportKept())}>
        Export as a file
      </button>
      <label className="button">
        Import a file
        <input
          type="file"
          className="visually-hidden"
          accept=".json,application/json"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
      </label>
      <p role="status">{outcome}</p>
    </div>
  );
}

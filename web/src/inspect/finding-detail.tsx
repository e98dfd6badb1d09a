import { useEffect, useState } from 'react';
import { Icon } from '../components/icons';
import { type Finding, type Texts, isKept } from './documents';
import { FindingFacts } from './finding-facts';
import { FindingTexts } from './finding-texts';
import { OutcomeTag } from './outcome-tag';

interface Props {
  finding: Finding;
  index: number;
  readTexts(index: number): Promise<Texts>;
  onClose(): void;
}

const VERDICTS: Record<Finding['outcome'], string> = {
  kept: 'Remote: it becomes a row, because',
  filtered: 'Not for this board:',
  rejected: 'Cannot be used:',
  duplicate: 'Counted once only:',
  notice: 'Not counted:',
};

export function FindingDetail({ finding, index, readTexts, onClose }: Props) {
  const [texts, setTexts] = useState<Texts>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    readTexts(index).then(setTexts, (cause: Error) => setError(cause.message));
  }, [index, readTexts]);
  return (
    <article className="finding">
      <button type="button" className="button finding-back" onClick={onClose}>
        <Icon name="back" />
        All postings
      </button>
      <header>
        <h3>{finding.title ?? `Element ${index + 1}`}</h3>
        <OutcomeTag outcome={finding.outcome} />
      </header>
      <p>
        {VERDICTS[finding.outcome]} <strong>{finding.reason}</strong>.
      </p>
      {isKept(finding) && <FindingFacts finding={finding} />}
      {error && <p role="alert">{error}</p>}
      {texts && <FindingTexts texts={texts} />}
    </article>
  );
}

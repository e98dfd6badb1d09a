import { useEffect, useRef, useState } from 'react';
import { Icon } from '../components/icons';
import { type Finding, type Overview, type Texts, isKept } from './documents';
import { CopyReport } from './copy-report';
import { FindingFacts, PlaceLeftOut } from './finding-facts';
import { FindingTexts } from './finding-texts';
import { useMarks, wordsOf } from './marks';
import { OutcomeTag } from './outcome-tag';
import { reportOf } from './report';

interface Props {
  overview: Overview;
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

export function FindingDetail({ overview, index, readTexts, onClose }: Props) {
  const finding = overview.postings[index]!;
  const [texts, setTexts] = useState<Texts>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    readTexts(index).then(setTexts, (cause: Error) => setError(cause.message));
  }, [index, readTexts]);
  const article = useRef<HTMLElement>(null);
  useMarks(article, wordsOf(finding, texts));
  return (
    <article className="finding" ref={article}>
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
      {texts && !isKept(finding) && <PlaceLeftOut location={texts.location} />}
      {texts && <FindingTexts texts={texts} isKept={isKept(finding)} />}
      {texts && <CopyReport text={reportOf(overview, index, texts)} />}
    </article>
  );
}

import { nameOfScope } from '../lib/scopes';
import { type Finding, type KeptFinding, type Overview, type Texts, isKept } from './documents';

/** The text for a scope that is not stated: what was considered. */
export const scopeUnstated = ({ location }: KeptFinding) =>
  `not stated: considered were its ${location ? `location, “${location}”,` : 'location, which is empty,'} title, text, offices and country`;

function linesOfKept(finding: KeptFinding, { amounts }: Texts): string[] {
  const { scopeReason, remoteScope, category, payRange, payFrom } = finding;
  const scope = remoteScope?.map(nameOfScope).join(', ') || scopeUnstated(finding);
  return [
    `- Company: ${finding.company ?? 'not stated'}`,
    `- Location: ${finding.location ?? 'not stated'}`,
    `- Work from: ${scope}${scopeReason ? `, because of the ${scopeReason.field}: “${scopeReason.words}”` : ''}`,
    `- Category: ${category.name}${category.term ? `, because of “${category.term}”` : ''}`,
    `- Pay: ${payRange ? `${payRange}, from its ${payFrom}` : 'not stated'}`,
    ...amounts.map(({ words, passedOver }) => `  - ${words}: ${passedOver ?? 'the pay'}`),
    `- Link: ${finding.url}`,
  ];
}

/** The backticks that no text can end: one more than it has in a row. */
function fenceFor(text: string) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(longest + 1);
}

/** A report of a posting and its derived fields in Markdown, for readers who report a mistake. */
export function reportOf({ sourceName, postings }: Overview, index: number, texts: Texts): string {
  const finding: Finding = postings[index]!;
  const fence = fenceFor(texts.raw);
  return [
    `## ${finding.title ?? `Element ${index + 1}`}`,
    '',
    `${sourceName}, posting ${index + 1} of ${postings.length}${finding.id ? `, id ${finding.id}` : ''}`,
    '',
    `- Outcome: ${finding.outcome}, ${finding.reason}`,
    ...(isKept(finding) ? linesOfKept(finding, texts) : [`- Location: ${texts.location ?? 'not stated'}`]),
    '',
    `${fence}json`,
    texts.raw,
    fence,
    '',
  ].join('\n');
}

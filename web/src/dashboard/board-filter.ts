import { boardSources } from '../lib/sources';
import { oneOf, shortText } from './run-filter';

/** The filter of the list of boards; all of it is in the page's address. */
export type BoardFilter = {
  show?: string;
  source?: string;
  company?: string;
  /** The order of the listed rows; any other name leaves them as they come. */
  sort?: string;
  /** The cursor at which the list begins, without scripts. */
  cursor?: string;
};

/** States of boards, with the API's own parameters. */
export const BOARD_STATES = [
  { name: 'attention', label: 'Needs attention', parameters: { attention: true } },
  { name: 'failing', label: 'Failing', parameters: { failing: true } },
  { name: 'empty', label: 'Empty', parameters: { status: 'empty' } },
  { name: 'gone', label: 'Gone', parameters: { status: 'gone' } },
  { name: 'paused', label: 'Paused', parameters: { status: 'paused' } },
] as const;

export const readBoardFilter = (raw: Record<string, unknown>): BoardFilter => ({
  show: oneOf(raw.show, BOARD_STATES),
  source: oneOf(raw.source, boardSources()),
  company: shortText(raw.company),
  sort: shortText(raw.sort),
  cursor: shortText(raw.cursor),
});

/** The filter of the list of candidates. */
export type CandidateFilter = { show?: string; cursor?: string };

export const CANDIDATE_STATES = [
  { name: 'attention', label: 'Needs attention', parameters: { attention: true } },
  { name: 'pending', label: 'To be checked', parameters: { status: 'pending' } },
  { name: 'discovered', label: 'Found', parameters: { status: 'discovered' } },
  { name: 'not_found', label: 'Not found', parameters: { status: 'not_found' } },
  { name: 'rejected', label: 'Rejected', parameters: { status: 'rejected' } },
] as const;

export const readCandidateFilter = (raw: Record<string, unknown>): CandidateFilter => ({
  show: oneOf(raw.show, CANDIDATE_STATES),
  cursor: shortText(raw.cursor),
});

/** The parameters of a chosen state, none for all. */
export const parametersOf = (
  show: string | undefined,
  states: readonly { name: string; parameters: Record<string, string | boolean> }[],
) => states.find(({ name }) => name === show)?.parameters;

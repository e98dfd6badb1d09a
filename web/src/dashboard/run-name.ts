import { labelOfSource } from '../lib/sources';
import type { Run } from './documents';
import { labelOfType } from './run-filter';

/** The name of a run by its subject: "Lever · acme", "Remote OK", "Discovery". */
export const nameOfRun = ({ source, company, syncType }: Run) =>
  [source ? labelOfSource(source) : labelOfType(syncType), company].filter(Boolean).join(' · ');

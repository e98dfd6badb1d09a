/** The tags Remote OK is asked for, in their turn; wasm/sources/remoteok/remoteok.h. */
export const REMOTE_OK_TAGS = [
  'dev',
  'engineer',
  'devops',
  'design',
  'marketing',
  'developer',
  'frontend',
  'backend',
  'fullstack',
  'product',
  'project',
  'data',
  'support',
] as const;

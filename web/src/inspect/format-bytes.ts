import { formatCount, formatNumber } from '../lib/format';

/** Writes a size as "812 bytes", "12 KB", "20.1 MB" (of 1,000 bytes each). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return formatCount(bytes, 'byte', 'bytes');
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

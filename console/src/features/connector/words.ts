import { ApiError } from '@/app/api/error';

/** What the service behind a connector said about a failure; undefined where it is in the message already. */
export function wordsOf(error: unknown): string | undefined {
  const data = error instanceof ApiError ? error.data : undefined;
  if (typeof data === 'string') return data.trim() || undefined;
  if (typeof data !== 'object' || data === null || 'issues' in data || 'errorDescription' in data) return undefined;
  return JSON.stringify(data, null, 2);
}

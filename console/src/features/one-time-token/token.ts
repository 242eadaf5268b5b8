import { body, query, rows, type Api, type Row, type Rows } from '@/app/api/client';
import type { ListState } from '@/parts/list/list';

export type Token = Row<'/api/one-time-tokens'>;
export type Status = Token['status'];

export const statuses: Status[] = ['active', 'consumed', 'revoked', 'expired'];

export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) && text.trim().length <= 128;

/** The link that begins a sign-in with the token, at a page of the application that hands both on. */
export function linkOf({ token, email }: Pick<Token, 'token' | 'email'>, page: string): string {
  const link = new URL(page);
  link.searchParams.set('one_time_token', token);
  link.searchParams.set('login_hint', email);
  return link.href;
}

/** The tokens of a page of the list. A filtered list is read whole, as its total counts those that are left out too. */
export async function findTokens(api: Api, list: ListState, signal: AbortSignal): Promise<Rows<Token>> {
  const status = statuses.find((each) => each === list.tab);
  const email = isEmail(list.search) ? list.search : undefined;
  const { page, page_size } = list.query;
  if (!status && !email) return rows(api.GET('/api/one-time-tokens', { params: query({ page, page_size }), signal }));
  const read = (stored?: Status) => body(api.GET('/api/one-time-tokens', { params: query({ email, status: stored }), signal }));
  // A token is stored as active until somebody notices that it has expired.
  const found = await Promise.all(status === 'expired' ? [read('active'), read('expired')] : [read(status)]);
  const shown = found.flat().filter((token) => !status || token.status === status).sort((one, other) => other.createdAt - one.createdAt);
  return { rows: shown.slice((page - 1) * page_size, page * page_size), total: shown.length };
}

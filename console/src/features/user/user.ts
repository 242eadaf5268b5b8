import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, query } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** What of a person a list shows. */
export interface Listed {
  id: string;
  username?: string | null;
  primaryEmail?: string | null;
  primaryPhone?: string | null;
  name?: string | null;
  avatar?: string | null;
}

/** A person as the Management API answers it. */
export interface User extends Listed {
  customData: Record<string, unknown>;
  /** Only of the person that a page is about. */
  ssoIdentities?: { ssoConnectorId: string; issuer: string; identityId: string; detail?: Record<string, unknown> | null }[];
  identities: Record<string, { userId: string; details?: Record<string, unknown> | null }>;
  lastSignInAt?: number | null;
  createdAt: number;
  profile: Record<string, unknown>;
  isSuspended: boolean;
  hasPassword: boolean;
}

/** What the Console calls a person. */
export const nameOf = ({ name, username, primaryEmail, primaryPhone, id }: Listed): string =>
  name || username || primaryEmail || (primaryPhone ? `+${primaryPhone}` : id);

/** One person, and what keeps the lists up to date after a change. */
export function useUser(userId: string) {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'user', userId],
    queryFn: ({ signal }) => body(api.GET('/api/users/{id}', { params: { path: { id: userId }, ...query({ includeSsoIdentities: true }) }, signal }) as never) as Promise<User>,
  });
}

/** Changes a person; the answer is what the page shows from then on. */
export function useUserChange<T>(userId: string, change: (wanted: T) => Promise<unknown>) {
  const { id } = useTenant();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: [id, 'user', userId] }), queries.invalidateQueries({ queryKey: [id, 'users'] })]),
  });
}

const letters = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';
const signs = '-_.!';
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const all = letters + capitals + digits + signs;

/** A password that any policy takes: long, of every kind, without letters that look alike. */
export function newPassword(): string {
  const pick = (from: string) => from[random(from.length)]!;
  const one = [...Array.from({ length: 12 }, () => pick(all)), pick(letters), pick(capitals), pick(digits), pick(signs)];
  for (let at = one.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [one[at], one[other]] = [one[other]!, one[at]!];
  }
  return one.join('');
}

function random(below: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.floor((value / 2 ** 32) * below);
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { ApiError } from '@/app/api/error';
import { accessToken, meApi, type Administrator } from '@/app/session';

/** The administrator's own account. */
export interface Me {
  id: string;
  username?: string | null;
  primaryEmail?: string | null;
  name?: string | null;
  avatar?: string | null;
  identities: Record<string, { userId: string; details?: Record<string, unknown> | null }>;
  hasPassword: boolean;
}

/** A connector of the admin tenant to which an account can be linked. */
export interface SocialConnector {
  id: string;
  target: string;
  name: Record<string, string>;
  logo: string;
}

/** Calls the API of administrators' own accounts, which is where the Console is. */
export async function call<T>(method: string, path: string, input?: unknown): Promise<T> {
  const answer = await fetch(`/me${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await accessToken(meApi)}`,
      'Accept-Language': i18next.language,
      ...(input !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: input === undefined ? undefined : JSON.stringify(input),
  });
  if (!answer.ok) throw await ApiError.of(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

const key = ['me'];

export const useMe = () => useQuery({ queryKey: key, queryFn: () => call<Me>('GET', '') });

/** Does something with the account; afterwards it is read anew, and the top bar says the new name. */
export function useMeChange<T>(change: (wanted: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      const me = await queries.fetchQuery({ queryKey: key, queryFn: () => call<Me>('GET', ''), staleTime: 0 });
      queries.setQueryData<Administrator>(
        ['administrator'],
        (before) => before && { ...before, name: me.name ?? undefined, username: me.username ?? undefined, picture: me.avatar ?? undefined, email: me.primaryEmail ?? undefined },
      );
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import { call } from '../profile/me';

/** Somebody who may use the Console. */
export interface Administrator {
  id: string;
  username?: string | null;
  primaryEmail?: string | null;
  name?: string | null;
  avatar?: string | null;
  createdAt: number;
  lastSignInAt?: number | null;
}

const path = '/administrators';

/** Administrators are of the whole installation, whichever tenant the address names. */
export const listKey = ['administrators'];

export const useAdministrators = () => useQuery({ queryKey: listKey, queryFn: () => call<Administrator[]>('GET', path) });

export const add = (username: string, password: string) => call<Administrator>('POST', path, { username, password });

export const remove = ({ id }: Administrator) => call<void>('DELETE', `${path}/${encodeURIComponent(id)}`);

/** What usernames are made of; what else the server demands, it says. */
export const isUsername = (text: string) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);

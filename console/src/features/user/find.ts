import type { Finder } from '@/app/feature';
import { query, rows, type Rows } from '@/app/api/client';
import { nameOf, type User } from './user';

/** People by name, address, number or id. */
const find: Finder = async (text, { api, signal }) => {
  const { rows: users } = (await rows(api.GET('/api/users', { params: query({ page_size: 5, search: `%${text}%` }), signal }) as never)) as Rows<User>;
  return users.map((user) => ({ id: `user-${user.id}`, label: nameOf(user), hint: user.primaryEmail ?? user.id, to: `users/${user.id}` }));
};

export default find;

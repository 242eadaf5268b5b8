import { query, rows } from '@/app/api/client';
import type { Finder } from '@/app/feature';

/** Organizations by name or id. */
const find: Finder = async (text, { api, signal }) => {
  const { rows: found } = await rows(api.GET('/api/organizations', { params: query({ page: 1, page_size: 5, q: text }), signal }));
  return found.map(({ id, name }) => ({ id: `organization-${id}`, label: name, hint: id, to: `organizations/${id}` }));
};

export default find;

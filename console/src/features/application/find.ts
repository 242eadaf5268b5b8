import i18next from 'i18next';
import { body, query } from '@/app/api/client';
import type { Finder } from '@/app/feature';
import { loadPhrases } from '@/app/language/language';
import { kindOf } from './application';

/** Finds applications by their name or ID. */
const find: Finder = async (text, { api, signal }) => {
  const [found] = await Promise.all([
    body(api.GET('/api/applications', { params: query({ search: `%${text}%`, page: 1, page_size: 5 }), signal })),
    loadPhrases('application'),
  ]);
  return found.map((application) => ({
    id: application.id,
    label: application.name,
    hint: i18next.t(`application:type.${kindOf(application)}`),
    to: `applications/${application.id}`,
  }));
};

export default find;

import type { Finder } from '@/app/feature';
import { body } from '@/app/api/client';
import { nameIn, tabOf, type Connector } from './connector';
import i18next from 'i18next';

/** Connectors by their name, identifier or provider. */
const find: Finder = async (text, { api, signal }) => {
  const all = (await body(api.GET('/api/connectors', { signal }))) as unknown as Connector[];
  const wanted = text.toLowerCase();
  return all
    .filter((one) => [nameIn(one, i18next.language), one.id, one.target].some((part) => part.toLowerCase().includes(wanted)))
    .slice(0, 5)
    .map((one) => ({ id: one.id, label: nameIn(one, i18next.language), hint: one.target, to: `connectors/${tabOf(one.type)}/${one.id}` }));
};

export default find;

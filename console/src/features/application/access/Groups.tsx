import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { ChosenList } from '@/parts/list/ChosenList';
import { PickLine } from '@/parts/PickDialog';

interface Group {
  id: string;
  name: string;
  description?: string | null;
}

interface Groups {
  ids: string[];
  onChange: (ids: string[]) => void;
}

/** What roles and organizations have in common here. */
const shown = {
  nameOf: ({ name }: Group) => name,
  line: (_: string, name: string, group?: Group) => <PickLine name={name} hint={group?.description} />,
  pick: ({ name, description }: Group) => <PickLine name={name} hint={description} />,
};

/** Roles, whose people are meant. */
export function Roles({ ids, onChange }: Groups) {
  const { t } = useTranslation('application');
  const api = useApi();
  return (
    <ChosenList<Group>
      {...shown}
      label={t('access.roles')}
      none={t('access.noRoles')}
      add={t('access.addRoles')}
      search={t('access.searchRoles')}
      nothing={t('access.nothingFound')}
      confirm={(count) => t('access.addSome', { count })}
      ids={ids}
      onChange={onChange}
      of="role"
      read={(id) => body(api.GET('/api/roles/{id}', { params: { path: { id } } }))}
      find={(text, signal) => rows(api.GET('/api/roles', { params: query({ type: 'User', page: 1, page_size: 50, search: text && `%${text}%` }), signal })) as Promise<Rows<Group>>}
    />
  );
}

/** Organizations, whose members are meant. */
export function Organizations({ ids, onChange }: Groups) {
  const { t } = useTranslation('application');
  const api = useApi();
  return (
    <ChosenList<Group>
      {...shown}
      label={t('access.organizations')}
      none={t('access.noOrganizations')}
      add={t('access.addOrganizations')}
      search={t('access.searchOrganizations')}
      nothing={t('access.nothingFound')}
      confirm={(count) => t('access.addSome', { count })}
      ids={ids}
      onChange={onChange}
      of="organization"
      read={(id) => body(api.GET('/api/organizations/{id}', { params: { path: { id } } }))}
      find={(text, signal) => rows(api.GET('/api/organizations', { params: query({ page: 1, page_size: 50, q: text }), signal })) as Promise<Rows<Group>>}
    />
  );
}

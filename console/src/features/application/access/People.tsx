import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useApi, useTenantPath } from '@/app/tenant';
import { nameOf, type User } from '@/features/user/user';
import { Avatar } from '@/parts/Avatar';
import { ChosenList } from '@/parts/list/ChosenList';
import { PickLine } from '@/parts/PickDialog';

/** People by name. */
export function People({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('application');
  const api = useApi();
  const path = useTenantPath();
  return (
    <ChosenList<User>
      label={t('access.people')}
      none={t('access.noPeople')}
      add={t('access.addPeople')}
      search={t('access.search')}
      nothing={t('access.nothingMore')}
      confirm={(count) => t('access.add', { count })}
      ids={ids}
      onChange={onChange}
      of="user"
      read={(id) => body(api.GET('/api/users/{id}', { params: { path: { id } } })) as unknown as Promise<User>}
      find={(text, signal) => rows(api.GET('/api/users', { params: query({ page: 1, page_size: 20, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<User>>}
      nameOf={nameOf}
      line={(id, name, user) => (
        <span className="who">
          <Avatar id={id} name={name} picture={user?.avatar} />
          <Link to={path(`users/${id}`)}>{name}</Link>
        </span>
      )}
      pick={(user) => <PickLine name={nameOf(user)} hint={user.primaryEmail} />}
    />
  );
}

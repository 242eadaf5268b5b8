import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { HeldRoles } from '../role/HeldRoles';
import type { Role } from '../role/role';
import { UserFrame } from './UserFrame';
import type { User } from './user';

/** The roles of a person. */
export default function UserRoles() {
  return <UserFrame>{(user) => <Roles user={user} />}</UserFrame>;
}

function Roles({ user: { id } }: { user: User }) {
  const { t } = useTranslation('user');
  const api = useApi();
  const path = { id };
  return (
    <HeldRoles
      of={['user', id, 'roles']}
      lead={t('rolesLead')}
      type="User"
      exclude={{ excludeUserId: id }}
      read={(page, signal) => rows(api.GET('/api/users/{id}/roles', { params: { path, ...query(page) }, signal }) as never) as Promise<Rows<Role>>}
      give={(roleIds) => body(api.POST('/api/users/{id}/roles', { params: { path }, body: { roleIds } }))}
      take={(roleId) => body(api.DELETE('/api/users/{id}/roles/{roleId}', { params: { path: { id, roleId } } }))}
    />
  );
}

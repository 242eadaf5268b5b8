import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { Memberships } from '../organization/member/Memberships';
import { UserFrame } from './UserFrame';

/** The organizations that a person belongs to. */
export default function UserOrganizations() {
  return <UserFrame>{({ id }) => <Organizations userId={id} />}</UserFrame>;
}

function Organizations({ userId }: { userId: string }) {
  const { t } = useTranslation('user');
  const api = useApi();
  return (
    <Memberships
      of={['user', userId, 'organizations']}
      type="User"
      lead={t('organizationsLead')}
      none={t('noOrganizations')}
      read={(signal) => body(api.GET('/api/users/{userId}/organizations', { params: { path: { userId } }, signal }))}
      join={(id) => body(api.POST('/api/organizations/{id}/users', { params: { path: { id } }, body: { userIds: [userId] } }))}
      leave={(id) => body(api.DELETE('/api/organizations/{id}/users/{userId}', { params: { path: { id, userId } } }))}
      setRoles={(id, organizationRoleIds) => body(api.PUT('/api/organizations/{id}/users/{userId}/roles', { params: { path: { id, userId } }, body: { organizationRoleIds } }))}
    />
  );
}

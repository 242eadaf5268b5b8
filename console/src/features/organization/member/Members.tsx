import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Assigned } from '@/features/role/Assigned';
import { useAssigned } from '@/features/role/assignment';
import { nameOf, type User } from '@/features/user/user';
import { UserLink } from '@/features/user/UserLink';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import type { Member, Organization } from '../organization';
import { OrganizationFrame, OrganizationHead } from '../OrganizationFrame';
import { RolesDialog } from './RolesDialog';
import { RoleTags } from './RoleTags';

/** The people of an organization, and their roles in it. */
export default function Members() {
  return (
    <OrganizationFrame>
      {(organization) => (
        <OrganizationHead organization={organization}>
          <People organization={organization} />
        </OrganizationHead>
      )}
    </OrganizationFrame>
  );
}

function People({ organization: { id } }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  const { id: tenantId, api } = useTenant();
  const { number } = useFormat();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Member>();
  const of = ['organization', id, 'users'];
  const params = { path: { id } };
  const setRoles = (userId: string, organizationRoleIds: string[]) => body(api.PUT('/api/organizations/{id}/users/{userId}/roles', { params: { path: { id, userId } }, body: { organizationRoleIds } }));
  const assigned = useAssigned<Member>({
    of,
    read: ({ search, ...page }, signal) => rows(api.GET('/api/organizations/{id}/users', { params: { ...params, ...query({ ...page, q: search?.slice(1, -1) }) }, signal })),
    give: (userIds) => body(api.POST('/api/organizations/{id}/users', { params, body: { userIds } })),
    take: (userId) => body(api.DELETE('/api/organizations/{id}/users/{userId}', { params: { path: { id, userId } } })),
    restore: async (member) => {
      await body(api.POST('/api/organizations/{id}/users', { params, body: { userIds: [member.id] } }));
      await setRoles(member.id, member.organizationRoles.map((role) => role.id));
    },
    nameOf,
  });
  return (
    <>
      <Assigned<Member>
        label={t('tabs.members')}
        lead={t('membersLead')}
        nothing={t('noMembers')}
        add={t('addMembers')}
        search={t('searchPeople')}
        {...assigned.rows}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (member) => <UserLink user={member} />,
          },
          { id: 'address', header: t('email'), optional: true, cell: ({ primaryEmail }) => <span className="sub">{primaryEmail}</span> },
          { id: 'roles', header: t('roles'), cell: (member) => <RoleTags name={nameOf(member)} roles={member.organizationRoles} onChange={() => setChanging(member)} /> },
        ]}
        count={(total) => t('people', { count: total, number: number(total) })}
        picker={(close) => (
          <PickDialog<User>
            title={t('addMembers')}
            search={t('searchPeople')}
            nothing={t('nobodyMore')}
            confirm={(count) => t('add', { count })}
            queryKey={['users', 'organization', id]}
            find={(text, signal) => rows(api.GET('/api/users', { params: query({ excludeOrganizationId: id, page: 1, page_size: 20, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<User>>}
            rowKey={(user) => user.id}
            row={(user) => <PickLine name={nameOf(user)} hint={user.primaryEmail} />}
            onPick={assigned.add}
            onClose={close}
          />
        )}
      />
      {changing && (
        <RolesDialog
          name={nameOf(changing)}
          type="User"
          held={changing.organizationRoles}
          onSave={async (organizationRoleIds) => {
            await setRoles(changing.id, organizationRoleIds);
            await queries.invalidateQueries({ queryKey: [tenantId, ...of] });
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

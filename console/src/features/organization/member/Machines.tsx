import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Assigned } from '@/features/role/Assigned';
import { useAssigned } from '@/features/role/assignment';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import type { Machine, Organization } from '../organization';
import { OrganizationFrame, OrganizationHead } from '../OrganizationFrame';
import { setMachineRoles } from './roles';
import { RolesDialog } from './RolesDialog';
import { RoleTags } from './RoleTags';

type Found = Row<'/api/applications'>;

/** The machines of an organization, and their roles in it. */
export default function Machines() {
  return (
    <OrganizationFrame>
      {(organization) => (
        <OrganizationHead organization={organization}>
          <Applications organization={organization} />
        </OrganizationHead>
      )}
    </OrganizationFrame>
  );
}

function Applications({ organization: { id } }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  const { id: tenantId, api } = useTenant();
  const { number } = useFormat();
  const path = useTenantPath();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Machine>();
  const of = ['organization', id, 'machines'];
  const params = { path: { id } };
  const setRoles = (machine: Machine, roleIds: string[]) => setMachineRoles(api, { id, applicationId: machine.id }, roleIds, machine.organizationRoles);
  const assigned = useAssigned<Machine>({
    of,
    read: ({ search, ...page }, signal) => rows(api.GET('/api/organizations/{id}/applications', { params: { ...params, ...query({ ...page, q: search?.slice(1, -1) }) }, signal })),
    give: (applicationIds) => body(api.POST('/api/organizations/{id}/applications', { params, body: { applicationIds }, parseAs: 'text' })),
    take: (applicationId) => body(api.DELETE('/api/organizations/{id}/applications/{applicationId}', { params: { path: { id, applicationId } } })),
    restore: async (machine) => {
      await body(api.POST('/api/organizations/{id}/applications', { params, body: { applicationIds: [machine.id] }, parseAs: 'text' }));
      if (machine.organizationRoles.length) await setRoles(machine, machine.organizationRoles.map((role) => role.id));
    },
    nameOf: ({ name }) => name,
  });
  return (
    <>
      <Assigned<Machine>
        label={t('tabs.machines')}
        lead={t('machinesLead')}
        nothing={t('noMachines')}
        add={t('addMachines')}
        search={t('searchMachines')}
        {...assigned.rows}
        columns={[
          { id: 'name', header: t('name'), cell: (machine) => <Link to={path(`applications/${machine.id}`)}>{machine.name}</Link> },
          { id: 'roles', header: t('roles'), cell: (machine) => <RoleTags name={machine.name} roles={machine.organizationRoles} onChange={() => setChanging(machine)} /> },
        ]}
        count={(total) => t('machineCount', { count: total, number: number(total) })}
        picker={(close) => (
          <PickDialog<Found>
            title={t('addMachines')}
            search={t('searchMachines')}
            nothing={t('noMachineMore')}
            confirm={(count) => t('add', { count })}
            queryKey={['machines', 'organization', id]}
            find={(text, signal) => rows(api.GET('/api/applications', { params: query({ types: 'MachineToMachine', excludeOrganizationId: id, page: 1, page_size: 20, search: text && `%${text}%` }), signal }))}
            rowKey={(machine) => machine.id}
            row={({ name, description }) => <PickLine name={name} hint={description} />}
            onPick={assigned.add}
            onClose={close}
          />
        )}
      />
      {changing && (
        <RolesDialog
          name={changing.name}
          type="MachineToMachine"
          held={changing.organizationRoles}
          onSave={async (roleIds) => {
            await setRoles(changing, roleIds);
            await queries.invalidateQueries({ queryKey: [tenantId, ...of] });
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

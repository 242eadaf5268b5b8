import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import { Assigned } from './Assigned';
import { useAssigned } from './assignment';
import type { Role } from './role';

interface Application {
  id: string;
  name: string;
  description?: string | null;
}

/** The applications that have a role. */
export function RoleApplications({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { api } = useTenant();
  const path = useTenantPath();
  const params = { path: { id: role.id } };
  const assigned = useAssigned<Application>({
    of: ['role', role.id, 'applications'],
    read: (page, signal) => rows(api.GET('/api/roles/{id}/applications', { params: { ...params, ...query(page) }, signal }) as never) as Promise<Rows<Application>>,
    give: (applicationIds) => body(api.POST('/api/roles/{id}/applications', { params, body: { applicationIds }, parseAs: 'text' })),
    take: (applicationId) => body(api.DELETE('/api/roles/{id}/applications/{applicationId}', { params: { path: { id: role.id, applicationId } } })),
    nameOf: ({ name }) => name,
  });
  return (
    <Assigned<Application>
      label={t('applications')}
      lead={t('machinesLead')}
      nothing={t('noMachines')}
      add={t('assignMachines')}
      search={t('searchMachines')}
      {...assigned.rows}
      columns={[
        { id: 'name', header: t('name'), cell: (application) => <Link to={path(`applications/${application.id}`)}>{application.name}</Link> },
        { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
      ]}
      count={(total) => t('applications', { count: total, number: number(total) })}
      picker={(close) => (
        <PickDialog<Application>
          title={t('assignMachines')}
          search={t('searchMachines')}
          nothing={t('nothingMore')}
          confirm={(count) => t('assign', { count })}
          queryKey={['applications', role.id]}
          find={(text, signal) =>
            rows(api.GET('/api/applications', { params: query({ types: 'MachineToMachine', excludeRoleId: role.id, page: 1, page_size: 20, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<Application>>
          }
          rowKey={({ id }) => id}
          row={(application) => <PickLine name={application.name} hint={application.description} />}
          onPick={assigned.add}
          onClose={close}
        />
      )}
    />
  );
}

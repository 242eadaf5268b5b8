import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useList } from '@/parts/list';
import { PickDialog } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import { Assigned } from './Assigned';
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
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const queries = useQueryClient();
  const key = [id, 'role', role.id, 'applications'];
  const found = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/roles/{id}/applications', { params: { path: { id: role.id }, ...query(list.query) }, signal }) as never) as Promise<Rows<Application>>,
    placeholderData: keepPreviousData,
  });
  const add = async (applicationIds: string[]) => {
    await body(api.POST('/api/roles/{id}/applications', { params: { path: { id: role.id } }, body: { applicationIds }, parseAs: 'text' }));
    await queries.invalidateQueries({ queryKey: key });
  };
  const remove = async (application: Application) => {
    await body(api.DELETE('/api/roles/{id}/applications/{applicationId}', { params: { path: { id: role.id, applicationId: application.id } } }));
    await queries.invalidateQueries({ queryKey: key });
    toast(t('removed', { name: application.name }), () => void add([application.id]));
  };
  return (
    <Assigned<Application>
      label={t('applications')}
      lead={t('machinesLead')}
      nothing={t('noMachines')}
      add={t('assignMachines')}
      search={t('searchMachines')}
      list={list}
      found={found}
      rowKey={({ id }) => id}
      nameOf={({ name }) => name}
      columns={[
        { id: 'name', header: t('name'), cell: (application) => <Link to={path(`applications/${application.id}`)}>{application.name}</Link> },
        { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
      ]}
      count={(total) => t('applications', { count: total, number: number(total) })}
      onRemove={remove}
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
          row={(application) => (
            <span>
              <span className="strong">{application.name}</span> <span className="sub">{application.description}</span>
            </span>
          )}
          onPick={add}
          onClose={close}
        />
      )}
    />
  );
}

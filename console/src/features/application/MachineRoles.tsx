import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** What a machine may do: the machine-to-machine roles there are, given and taken at once. */
export function MachineRoles({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const key = [tenantId, 'applications', applicationId, 'roles'];
  const page = { page: 1, page_size: 100 };
  const all = useQuery({ queryKey: [tenantId, 'roles', 'machine'], queryFn: () => body(api.GET('/api/roles', { params: query({ ...page, type: 'MachineToMachine' }) })) });
  const held = useQuery({ queryKey: key, queryFn: () => body(api.GET('/api/applications/{id}/roles', { params: { path: { id: applicationId }, ...query(page) } })) });
  const give = useMutation({
    mutationFn: async ({ roleId, on }: { roleId: string; on: boolean }) => {
      if (on) await api.POST('/api/applications/{id}/roles', { params: { path: { id: applicationId } }, body: { roleIds: [roleId] } });
      else await api.DELETE('/api/applications/{id}/roles/{roleId}', { params: { path: { id: applicationId, roleId } } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const error = all.error ?? held.error ?? give.error;
  return (
    <Section title={t('roles.title')} lead={t('roles.lead')}>
      {error && <ErrorPanel error={error} />}
      {all.data?.length === 0 && <p className="sub">{t('roles.none')}</p>}
      {all.data?.map(({ id, name, description }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            disabled={give.isPending || !held.data}
            checked={held.data?.some((role) => role.id === id) ?? false}
            onChange={(event) => give.mutate({ roleId: id, on: event.currentTarget.checked })}
          />
          <span>
            {name} <span className="hint">{description}</span>
          </span>
        </label>
      ))}
    </Section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { ConsentScopes, type ConsentList } from '../application/ConsentScopes';
import { TenantPage } from './TenantPage';

/** Clients that nobody registers: whether they are let in, and what they may ask people for. */
export default function ClientsPage() {
  const { t } = useTranslation('tenant');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const key = [id, 'cimd'];
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/configs/cimd', { signal })) });
  const change = useMutation({
    mutationFn: (enabled: boolean) => body(api.PATCH('/api/configs/cimd', { body: { enabled } })),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      toast(t('frame:act.saved'));
    },
  });
  const list: ConsentList = {
    key: [id, 'cimd', 'user-consent-scopes'],
    read: () => body(api.GET('/api/cimd/user-consent-scopes')),
    add: (kind, scope) => api.POST('/api/cimd/user-consent-scopes', { body: { [kind]: [scope] }, parseAs: 'text' }),
    remove: (scopeType, scopeId) => api.DELETE('/api/cimd/user-consent-scopes/{scopeType}/{scopeId}', { params: { path: { scopeType, scopeId } } }),
  };
  const error = found.error ?? change.error;
  const on = change.isPending ? change.variables : (found.data?.enabled ?? false);
  return (
    <TenantPage>
      {error && <ErrorPanel error={error} />}
      <Section title={t('clients.title')} lead={t('clients.lead')}>
        <SwitchRow label={t('clients.allow')} hint={t('clients.allowHint')} checked={on} onChange={(wanted) => found.data && change.mutate(wanted)} />
      </Section>
      {on && <ConsentScopes list={list} />}
    </TenantPage>
  );
}

import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, type Answer } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';

type Grant = Answer<'get', '/api/users/{id}/grants'>['grants'][number];

/** What the person has allowed applications of others, to be taken back. */
export function Grants({ userId }: { userId: string }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const { relative, full } = useFormat();
  const queries = useQueryClient();
  const key = [id, 'user', userId, 'grants'];
  const found = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await body(api.GET('/api/users/{id}/grants', { params: { path: { id: userId }, query: { appType: 'thirdParty' } }, signal }))).grants,
  });
  const [ending, setEnding] = useState<Grant>();
  return (
    <Section title={t('grants.title')} lead={t('grants.lead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 ? (
        <p className="sub">{t('grants.none')}</p>
      ) : (
        <DataTable<Grant>
          label={t('grants.title')}
          rows={found.data}
          rowKey={(grant) => grant.id}
          columns={[
            { id: 'application', header: t('grants.application'), cell: ({ application }) => <Link to={path(`applications/${application.id}`)}>{application.name}</Link> },
            { id: 'until', header: t('until'), cell: ({ expiresAt }) => <span className="sub" title={full(expiresAt)}>{relative(expiresAt)}</span> },
            {
              id: 'end',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (grant) => (
                <Button size="xs" variant="subtle" aria-label={t('grants.revokeOf', { name: grant.application.name })} onClick={() => setEnding(grant)}>
                  {t('grants.revoke')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('grants.question', { name: ending.application.name })}
          confirm={t('grants.revoke')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/users/{id}/grants/{grantId}', { params: { path: { id: userId, grantId: ending.id } } }));
            await queries.invalidateQueries({ queryKey: key });
            toast(t('grants.revoked'));
          }}
        >
          {t('grants.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

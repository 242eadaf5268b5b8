import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyButton } from '@/parts/Copy';
import { DataTable } from '@/parts/list/DataTable';
import { Section, Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** For how long a certificate that is made here is good. */
const years = 3;

/** What answers are signed with: one certificate is in use, others wait for their turn. */
export function Certificates({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const path = { id: applicationId };
  const key = [tenantId, 'saml-applications', applicationId, 'secrets'];
  const secrets = useQuery({ queryKey: key, queryFn: () => body(api.GET('/api/saml-applications/{id}/secrets', { params: { path } })) });
  const [turn, setTurn] = useState<string>();
  const [ending, setEnding] = useState<string>();
  const again = () => queries.invalidateQueries({ queryKey: key });
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/saml-applications/{id}/secrets', { params: { path }, body: { lifeSpanInYears: years } })),
    onSuccess: again,
  });
  const error = secrets.error ?? add.error;
  return (
    <Section title={t('saml.certificates')} lead={t('saml.certificatesLead')}>
      {error && <ErrorPanel error={error} onRetry={secrets.isError ? () => void secrets.refetch() : undefined} />}
      <DataTable
        label={t('saml.certificates')}
        rows={secrets.data}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'fingerprint',
            header: t('saml.fingerprint'),
            cell: ({ certificate, fingerprints }) => (
              <span className="cid">
                <code title={fingerprints.sha256.formatted}>{fingerprints.sha256.formatted.slice(0, 23)}…</code>
                <CopyButton value={certificate} what={t('saml.certificate')} />
              </span>
            ),
          },
          { id: 'state', header: t('saml.state'), cell: ({ active }) => <Status kind={active ? 'ok' : 'idle'}>{active ? t('saml.active') : t('saml.waiting')}</Status> },
          { id: 'expires', header: t('secrets.expires'), optional: true, cell: ({ expiresAt }) => <span className="sub">{date(expiresAt)}</span> },
          {
            id: 'acts',
            header: t('frame:list.actions'),
            hidden: true,
            end: true,
            cell: ({ id, active }) =>
              active ? null : (
                <span className="cid">
                  <Button size="xs" onClick={() => setTurn(id)}>
                    {t('saml.activate')}
                  </Button>
                  <Button size="xs" color="red" onClick={() => setEnding(id)}>
                    {t('frame:act.delete')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      <p>
        <Button size="xs" loading={add.isPending} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => add.mutate()}>
          {t('saml.addCertificate')}
        </Button>
      </p>
      {turn !== undefined && (
        <ConfirmDialog
          title={t('saml.activateQuestion')}
          confirm={t('saml.activate')}
          harmless
          onClose={() => setTurn(undefined)}
          onConfirm={async () => {
            await body(api.PATCH('/api/saml-applications/{id}/secrets/{secretId}', { params: { path: { ...path, secretId: turn } }, body: { active: true } }));
            await again();
          }}
        >
          {t('saml.activateConsequence')}
        </ConfirmDialog>
      )}
      {ending !== undefined && (
        <ConfirmDialog
          title={t('saml.deleteCertificate')}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/saml-applications/{id}/secrets/{secretId}', { params: { path: { ...path, secretId: ending } } }));
            await again();
          }}
        >
          {t('saml.deleteCertificateConsequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

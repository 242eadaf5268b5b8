import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CertificateList } from '@/parts/certificate/CertificateList';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** Whether requests to a provider are signed, and the certificates by which it knows the signature. */
export function SigningKeys({ connectorId, signs, onSigns }: { connectorId: string; signs: boolean; onSigns: (on: boolean) => void }) {
  const { t } = useTranslation('enterprise');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const path = { id: connectorId };
  const key = [tenantId, 'sso-connector', connectorId, 'signing-keys'];
  const keys = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/sso-connectors/{id}/signing-keys', { params: { path }, signal })) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const active = keys.data?.some((each) => each.active);
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/sso-connectors/{id}/signing-keys', { params: { path }, body: { active: !active } })),
    onSuccess: again,
  });
  const error = keys.error ?? add.error;
  return (
    <Section title={t('signing.title')} lead={t('signing.lead')}>
      <SwitchRow label={t('signing.sign')} hint={t('signing.signHint')} checked={signs} onChange={onSigns} />
      {signs && active === false && <p className="note warn">{t('signing.needsKey')}</p>}
      {error && <ErrorPanel error={error} onRetry={keys.isError ? () => void keys.refetch() : undefined} />}
      {keys.data?.length === 0 ? (
        <p className="sub">{t('signing.none')}</p>
      ) : (
        <CertificateList
          rows={keys.data}
          words={{
            list: t('signing.certificates'),
            certificate: t('signing.certificate'),
            fingerprint: t('signing.fingerprint'),
            state: t('status'),
            active: t('signing.active'),
            waiting: t('signing.waiting'),
            expires: t('signing.expires'),
            activate: t('signing.activate'),
            activateQuestion: t('signing.activateTitle'),
            activateConsequence: t('signing.activateBody'),
            deleteQuestion: t('signing.deleteTitle'),
            deleteConsequence: t('signing.deleteBody'),
          }}
          onActivate={async (keyId) => {
            await body(api.PATCH('/api/sso-connectors/{id}/signing-keys/{keyId}', { params: { path: { ...path, keyId } }, body: { active: true } }));
            await again();
          }}
          onDelete={async (keyId) => {
            await body(api.DELETE('/api/sso-connectors/{id}/signing-keys/{keyId}', { params: { path: { ...path, keyId } } }));
            await again();
          }}
        />
      )}
      <p>
        <Button size="xs" loading={add.isPending} disabled={!keys.data} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => add.mutate()}>
          {t('signing.add')}
        </Button>
      </p>
    </Section>
  );
}

import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CertificateList } from '@/parts/certificate/CertificateList';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** For how long a certificate that is made here is good. */
const years = 3;

/** What answers are signed with: one certificate is in use, others wait for their turn. */
export function Certificates({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const path = { id: applicationId };
  const key = [tenantId, 'saml-applications', applicationId, 'secrets'];
  const secrets = useQuery({ queryKey: key, queryFn: () => body(api.GET('/api/saml-applications/{id}/secrets', { params: { path } })) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/saml-applications/{id}/secrets', { params: { path }, body: { lifeSpanInYears: years } })),
    onSuccess: again,
  });
  const error = secrets.error ?? add.error;
  return (
    <Section title={t('saml.certificates')} lead={t('saml.certificatesLead')}>
      {error && <ErrorPanel error={error} onRetry={secrets.isError ? () => void secrets.refetch() : undefined} />}
      <CertificateList
        rows={secrets.data}
        words={{
          list: t('saml.certificates'),
          certificate: t('saml.certificate'),
          fingerprint: t('saml.fingerprint'),
          state: t('saml.state'),
          active: t('saml.active'),
          waiting: t('saml.waiting'),
          expires: t('secrets.expires'),
          activate: t('saml.activate'),
          activateQuestion: t('saml.activateQuestion'),
          activateConsequence: t('saml.activateConsequence'),
          deleteQuestion: t('saml.deleteCertificate'),
          deleteConsequence: t('saml.deleteCertificateConsequence'),
        }}
        onActivate={async (secretId) => {
          await body(api.PATCH('/api/saml-applications/{id}/secrets/{secretId}', { params: { path: { ...path, secretId } }, body: { active: true } }));
          await again();
        }}
        onDelete={async (secretId) => {
          await body(api.DELETE('/api/saml-applications/{id}/secrets/{secretId}', { params: { path: { ...path, secretId } } }));
          await again();
        }}
      />
      <p>
        <Button size="xs" loading={add.isPending} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => add.mutate()}>
          {t('saml.addCertificate')}
        </Button>
      </p>
    </Section>
  );
}

import { Button } from '@mantine/core';
import IconWorld from '@tabler/icons-react/icons/IconWorld';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyButton, CopyField, CopyId } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { DetailsPage, Facts, Section, Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { Loading } from '@/parts/Loading';
import { toast } from '@/parts/Toasts';
import { addressOf, looks, proofFile, proofOf, type Domain } from './domain';
import { VerificationFiles } from './VerificationFiles';
import './domain.css';

/** While a domain waits for its proof, its page looks this often for what the server has found. */
const patience = 30_000;

/** One domain: what has to be entered at its name service, whether that is there, and what it serves. */
export default function DomainPage() {
  const { t } = useTranslation('domain');
  const { domainId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'domain', domainId],
    queryFn: ({ signal }) => body(api.GET('/api/domains/{id}', { params: { path: { id: domainId } }, signal })),
    refetchInterval: ({ state: { data } }) => data?.status === 'PendingVerification' && patience,
  });
  const domain = found.data;
  return (
    <DetailsPage
      back={{ to: 'tenant-settings/domains', label: t('title') }}
      title={domain?.domain ?? t('title')}
      emblem={
        <span className="logo l">
          <IconWorld size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        domain && (
          <>
            <Status kind={looks[domain.status]}>{t(`is.${domain.status}`)}</Status>
            <CopyId value={domain.id} what="ID" />
          </>
        )
      }
    >
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {domain && (
        <>
          {domain.status === 'Active' && <Addresses domain={domain} />}
          <Records domain={domain} />
          <VerificationFiles domainId={domain.id} />
          <End domain={domain} />
        </>
      )}
    </DetailsPage>
  );
}

/** Where applications find the tenant under this name. */
function Addresses({ domain }: { domain: Domain }) {
  const { t } = useTranslation('domain');
  const { endpoint } = useTenant();
  const address = addressOf(domain, endpoint);
  return (
    <Section title={t('addresses')} lead={t('addressesLead')}>
      <Facts>
        <CopyField label={t('endpoint')} value={address} />
        <CopyField label="Issuer" value={`${address}/oidc`} />
      </Facts>
    </Section>
  );
}

/** What has to stand in the name service, and whether it does. */
function Records({ domain }: { domain: Domain }) {
  const { t } = useTranslation('domain');
  const proof = proofOf(domain);
  return (
    <Section title={t('records')} lead={t('recordsLead')}>
      <DataTable
        label={t('records')}
        rows={domain.dnsRecords}
        rowKey={({ type }) => type}
        columns={[
          {
            id: 'type',
            header: t('type'),
            cell: ({ type }) => (
              <div className="kind">
                <code className="strong">{type}</code> <span className="hint block">{t(type === 'TXT' ? 'proves' : 'leads')}</span>
              </div>
            ),
          },
          { id: 'name', header: t('name'), cell: ({ type, name }) => <Value what={`${t('name')} ${type}`} value={name} /> },
          { id: 'value', header: t('value'), cell: ({ type, value }) => <Value what={`${t('value')} ${type}`} value={value} /> },
        ]}
      />
      {domain.status !== 'Active' && proof && (
        <>
          <p className="sub">{t('fileLead')}</p>
          <Facts>
            <CopyField label={t('file')} value={proofFile(domain)} />
          </Facts>
          <Check domain={domain} />
        </>
      )}
    </Section>
  );
}

const Value = ({ what, value }: { what: string; value: string }) => (
  <span className="record">
    <code>{value}</code>
    <CopyButton value={value} what={what} />
  </span>
);

/** Has the server look for the proof at once. */
function Check({ domain }: { domain: Domain }) {
  const { t } = useTranslation('domain');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: () => body(api.GET('/api/domains/{id}', { params: { path: { id: domain.id } } })),
    onSuccess: (now) => {
      queries.setQueryData([id, 'domain', domain.id], now);
      void queries.invalidateQueries({ queryKey: [id, 'domains'] });
      if (now.status === 'Active') toast(t('proved', { domain: now.domain }));
    },
  });
  return (
    <>
      {domain.status === 'Error' && (
        <p className="note bad" role="alert">
          {t('taken')}
        </p>
      )}
      {check.isError && <ErrorPanel error={check.error} />}
      {check.data?.status === 'PendingVerification' && (
        <p className="note warn" role="status">
          {t('notYet')}
        </p>
      )}
      <p>
        <Button variant="filled" loading={check.isPending} onClick={() => check.mutate()}>
          {t('check')}
        </Button>
      </p>
    </>
  );
}

function End({ domain: { id, domain } }: { domain: Domain }) {
  const { t } = useTranslation('domain');
  const { api } = useTenant();
  return (
    <DeleteSection
      name={domain}
      lead={t('deleteLead')}
      remove={() => body(api.DELETE('/api/domains/{id}', { params: { path: { id } } }))}
      done={t('deleted', { domain })}
      to="tenant-settings/domains"
      own={['domain', id]}
      lists={['domains']}
    />
  );
}

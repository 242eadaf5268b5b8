import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { objectIn, pretty } from '@/parts/code/values';
import { CopyField } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { UriList } from '@/parts/UriList';
import { isOrigin } from '@/parts/url';
import { hasSecret, type Application } from './application';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import { SamlSettings } from './saml/SamlSettings';
import { Secrets } from './Secrets';

/** An application's settings: credentials, addresses, tokens, and its end. */
export default function ApplicationPage() {
  return (
    <ApplicationFrame>
      {(application) => (application.type === 'SAML' ? <SamlSettings key={application.id} application={application} /> : <Settings key={application.id} application={application} />)}
    </ApplicationFrame>
  );
}

const editable = (application: Application) => ({
  name: application.name,
  description: application.description ?? '',
  redirectUris: application.oidcClientMetadata.redirectUris,
  postLogoutRedirectUris: application.oidcClientMetadata.postLogoutRedirectUris,
  corsAllowedOrigins: application.customClientMetadata.corsAllowedOrigins ?? [],
  idTokenMinutes: String(Math.round((application.customClientMetadata.idTokenTtl ?? 3600) / 60)),
  refreshTokenTtlInDays: String(application.customClientMetadata.refreshTokenTtlInDays ?? 14),
  rotateRefreshToken: application.customClientMetadata.rotateRefreshToken ?? true,
  alwaysIssueRefreshToken: application.customClientMetadata.alwaysIssueRefreshToken ?? false,
  allowTokenExchange: application.customClientMetadata.allowTokenExchange ?? false,
  devices: String(application.customClientMetadata.maxAllowedGrants ?? ''),
  data: pretty(application.customData),
});

const lines = (values: string[]) => values.map((value) => value.trim()).filter(Boolean);

/** Whether the server would take it as an address to go back to: http(s), or a scheme of an application's own. */
const isAddress = (text: string) => /^(https?:\/\/[^\s/]+|[a-z][a-z\d+._-]*:\/\/?)\S*$/i.test(text.trim()) && !/^javascript:/i.test(text.trim());

const within = (text: string, most: number) => Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= most;
const badDays = (days: string) => !within(days, 180);
const badDevices = (devices: string) => devices.trim() !== '' && !within(devices, 1_000_000);
const badMinutes = (minutes: string) => !within(minutes, 525_600);

/** What is sent: the metadata are written whole, so that what is not shown here stays as it is. */
function changesOf(application: Application, draft: ReturnType<typeof editable>, patch: Partial<ReturnType<typeof editable>>) {
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    oidcClientMetadata: { ...application.oidcClientMetadata, redirectUris: lines(draft.redirectUris), postLogoutRedirectUris: lines(draft.postLogoutRedirectUris) },
    customClientMetadata: {
      ...application.customClientMetadata,
      corsAllowedOrigins: lines(draft.corsAllowedOrigins),
      ...('idTokenMinutes' in patch && { idTokenTtl: Number(draft.idTokenMinutes) * 60 }),
      refreshTokenTtlInDays: Number(draft.refreshTokenTtlInDays),
      rotateRefreshToken: draft.rotateRefreshToken,
      alwaysIssueRefreshToken: draft.alwaysIssueRefreshToken,
      allowTokenExchange: draft.allowTokenExchange,
      maxAllowedGrants: draft.devices.trim() ? Number(draft.devices) : undefined,
    },
    ...(patch.data !== undefined && { customData: objectIn(draft.data) }),
  };
}

function Settings({ application }: { application: Application }) {
  const { t } = useTranslation('application');
  const { endpoint, api } = useTenant();
  const machine = application.type === 'MachineToMachine';
  /** What is there already may be anything, since the API takes it. */
  const isNoOrigin = (text: string) => !isOrigin(text) && !application.customClientMetadata.corsAllowedOrigins?.includes(text);
  const { draft, set, bar } = useSettings({
    of: ['applications', application.id],
    lists: ['applications'],
    thing: application,
    editable,
    labels: {
      name: t('column.name'),
      description: t('details.description'),
      redirectUris: t('details.redirectUris'),
      postLogoutRedirectUris: t('details.signOutUris'),
      corsAllowedOrigins: t('details.origins'),
      idTokenMinutes: t('details.idMinutes'),
      refreshTokenTtlInDays: t('details.refreshDays'),
      rotateRefreshToken: t('details.rotate'),
      alwaysIssueRefreshToken: t('details.always'),
      allowTokenExchange: t('details.exchange'),
      devices: t('details.devices'),
      data: t('details.data'),
    },
    invalid: (now) =>
      !now.name.trim() || badDays(now.refreshTokenTtlInDays) || badMinutes(now.idTokenMinutes) || badDevices(now.devices) || !objectIn(now.data) || lines(now.corsAllowedOrigins).some(isNoOrigin) || [...lines(now.redirectUris), ...lines(now.postLogoutRedirectUris)].some((uri) => !isAddress(uri)),
    send: ({ patch, draft: now, thing }) => body(api.PATCH('/api/applications/{id}', { params: { path: { id: application.id } }, body: changesOf(thing, now, patch) })),
  });
  return (
    <ApplicationHead application={application} foot={bar}>
      <Section title={t('details.about')}>
        <TextInput label={t('column.name')} value={draft.name} maxLength={256} error={!draft.name.trim() && t('gallery.nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
        <TextInput label={t('details.description')} value={draft.description} onChange={(event) => set('description', event.currentTarget.value)} />
      </Section>
      <Section title={t('details.endpoints')} lead={t('details.endpointsLead')}>
        <Facts>
          <CopyField label={t('details.endpoint')} value={endpoint} />
          <CopyField label="Issuer" value={`${endpoint}/oidc`} />
          <CopyField label={t('details.discovery')} value={`${endpoint}/oidc/.well-known/openid-configuration`} />
          <CopyField label={t('column.id')} value={application.id} />
        </Facts>
      </Section>
      {hasSecret(application.type) && <Secrets applicationId={application.id} />}
      {!machine && (
        <Section title={t('details.addresses')} lead={t('details.addressesLead')}>
          <UriList label={t('details.redirectUris')} values={draft.redirectUris} placeholder="https://shop.example/callback" problem={(uri) => (isAddress(uri) ? undefined : t('details.noAddress'))} onChange={(uris) => set('redirectUris', uris)} />
          <UriList label={t('details.signOutUris')} values={draft.postLogoutRedirectUris} placeholder="https://shop.example/" problem={(uri) => (isAddress(uri) ? undefined : t('details.noAddress'))} onChange={(uris) => set('postLogoutRedirectUris', uris)} />
          <UriList label={t('details.origins')} hint={t('details.originsHint')} values={draft.corsAllowedOrigins} placeholder="https://shop.example" problem={(origin) => (isNoOrigin(origin.trim()) ? t('details.noOrigin') : undefined)} onChange={(origins) => set('corsAllowedOrigins', origins)} />
        </Section>
      )}
      <Section title={t('details.tokens')} lead={t('details.tokensLead')}>
        {!machine && (
          <>
            <div className="two">
              <TextInput label={t('details.idMinutes')} inputMode="numeric" value={draft.idTokenMinutes} error={badMinutes(draft.idTokenMinutes) && t('details.badMinutes')} onChange={(event) => set('idTokenMinutes', event.currentTarget.value)} />
              <TextInput label={t('details.refreshDays')} inputMode="numeric" value={draft.refreshTokenTtlInDays} error={badDays(draft.refreshTokenTtlInDays) && t('details.badDays')} onChange={(event) => set('refreshTokenTtlInDays', event.currentTarget.value)} />
            </div>
            <SwitchRow label={t('details.rotate')} hint={t('details.rotateHint')} checked={draft.rotateRefreshToken} onChange={(on) => set('rotateRefreshToken', on)} />
            <SwitchRow label={t('details.always')} hint={t('details.alwaysHint')} checked={draft.alwaysIssueRefreshToken} onChange={(on) => set('alwaysIssueRefreshToken', on)} />
            <TextInput label={t('details.devices')} description={t('details.devicesHint')} inputMode="numeric" value={draft.devices} error={badDevices(draft.devices) && t('details.badDevices')} onChange={(event) => set('devices', event.currentTarget.value)} />
          </>
        )}
        <SwitchRow label={t('details.exchange')} hint={t('details.exchangeHint')} checked={draft.allowTokenExchange} onChange={(on) => set('allowTokenExchange', on)} />
      </Section>
      <Section title={t('details.data')} lead={t('details.dataLead')}>
        <Field label={t('details.data')} error={objectIn(draft.data) ? undefined : t('details.noObject')}>
          <textarea className="mono" rows={6} spellCheck={false} value={draft.data} onChange={(event) => set('data', event.currentTarget.value)} />
        </Field>
      </Section>
      <End application={application} />
    </ApplicationHead>
  );
}

function End({ application: { id, name } }: { application: Application }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  return (
    <DeleteSection
      name={name}
      lead={t('delete.lead')}
      confirm={t('delete.confirm')}
      remove={() => body(api.DELETE('/api/applications/{id}', { params: { path: { id } } }))}
      done={t('delete.done', { name })}
      to="applications"
      own={['applications', id]}
      lists={['applications']}
    >
      <LastUse applicationId={id} /> {t('delete.lead')}
    </DeleteSection>
  );
}

/** When somebody or something last fetched tokens through the application. */
function LastUse({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id, api } = useTenant();
  const { relative } = useFormat();
  const { data } = useQuery({
    queryKey: [id, 'applications', applicationId, 'last-use'],
    queryFn: ({ signal }) => body(api.GET('/api/logs', { params: query({ applicationId, page: 1, page_size: 1 }), signal })),
  });
  const last = data?.[0];
  return data ? <b className="strong">{last ? t('delete.lastUse', { when: relative(last.createdAt) }) : t('delete.neverUsed')}</b> : null;
}

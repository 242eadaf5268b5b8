import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyField } from '@/parts/Copy';
import { Danger, DangerZone, Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { SaveBar, useDraft } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { UriList } from '@/parts/UriList';
import { hasSecret, type Application } from './application';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import { Secrets } from './Secrets';

/** An application's settings: credentials, addresses, tokens, and its end. */
export default function ApplicationPage() {
  return <ApplicationFrame>{(application) => <Settings key={application.id} application={application} />}</ApplicationFrame>;
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
});

const lines = (values: string[]) => values.map((value) => value.trim()).filter(Boolean);

/** Whether the server would take it as an address to go back to: http(s), or a scheme of an application's own. */
const isAddress = (text: string) => /^(https?:\/\/[^\s/]+|[a-z][a-z\d+._-]*:\/\/?)\S*$/i.test(text.trim()) && !/^javascript:/i.test(text.trim());

function Settings({ application }: { application: Application }) {
  const { t } = useTranslation('application');
  const { id: tenantId, endpoint, api } = useTenant();
  const queries = useQueryClient();
  const { draft, changed, set, discard } = useDraft(editable(application));
  const machine = application.type === 'MachineToMachine';
  const days = Number(draft.refreshTokenTtlInDays);
  const badDays = !Number.isInteger(days) || days < 1 || days > 180;
  const minutes = Number(draft.idTokenMinutes);
  const badMinutes = !Number.isInteger(minutes) || minutes < 1 || minutes > 525_600;
  const invalid = !draft.name.trim() || badDays || badMinutes || [...lines(draft.redirectUris), ...lines(draft.postLogoutRedirectUris)].some((uri) => !isAddress(uri));
  const save = useMutation({
    mutationFn: () =>
      body(
        api.PATCH('/api/applications/{id}', {
          params: { path: { id: application.id } },
          body: {
            name: draft.name.trim(),
            description: draft.description.trim() || null,
            oidcClientMetadata: { ...application.oidcClientMetadata, redirectUris: lines(draft.redirectUris), postLogoutRedirectUris: lines(draft.postLogoutRedirectUris) },
            customClientMetadata: {
              ...application.customClientMetadata,
              corsAllowedOrigins: lines(draft.corsAllowedOrigins),
              ...(changed.includes('idTokenMinutes') && { idTokenTtl: minutes * 60 }),
              refreshTokenTtlInDays: days,
              rotateRefreshToken: draft.rotateRefreshToken,
              alwaysIssueRefreshToken: draft.alwaysIssueRefreshToken,
              allowTokenExchange: draft.allowTokenExchange,
            },
          },
        }),
      ),
    onSuccess: (after) => {
      queries.setQueryData([tenantId, 'applications', application.id], after);
      discard();
      toast(t('frame:act.saved'));
    },
  });
  return (
    <ApplicationHead
      application={application}
      foot={<SaveBar changes={changed.length} saving={save.isPending} error={save.error} invalid={invalid} onSave={() => save.mutate()} onDiscard={discard} />}
    >
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
          <UriList label={t('details.origins')} hint={t('details.originsHint')} values={draft.corsAllowedOrigins} placeholder="https://shop.example" onChange={(origins) => set('corsAllowedOrigins', origins)} />
        </Section>
      )}
      <Section title={t('details.tokens')} lead={t('details.tokensLead')}>
        {!machine && (
          <>
            <div className="two">
              <TextInput label={t('details.idMinutes')} inputMode="numeric" value={draft.idTokenMinutes} error={badMinutes && t('details.badMinutes')} onChange={(event) => set('idTokenMinutes', event.currentTarget.value)} />
              <TextInput label={t('details.refreshDays')} inputMode="numeric" value={draft.refreshTokenTtlInDays} error={badDays && t('details.badDays')} onChange={(event) => set('refreshTokenTtlInDays', event.currentTarget.value)} />
            </div>
            <SwitchRow label={t('details.rotate')} hint={t('details.rotateHint')} checked={draft.rotateRefreshToken} onChange={(on) => set('rotateRefreshToken', on)} />
            <SwitchRow label={t('details.always')} hint={t('details.alwaysHint')} checked={draft.alwaysIssueRefreshToken} onChange={(on) => set('alwaysIssueRefreshToken', on)} />
          </>
        )}
        <SwitchRow label={t('details.exchange')} hint={t('details.exchangeHint')} checked={draft.allowTokenExchange} onChange={(on) => set('allowTokenExchange', on)} />
      </Section>
      <End application={application} />
    </ApplicationHead>
  );
}

function End({ application: { id, name } }: { application: Application }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [asked, setAsked] = useState(false);
  return (
    <Section title={t('delete.section')}>
      <DangerZone>
        <Danger
          title={t('delete.title', { name })}
          action={
            <Button color="red" onClick={() => setAsked(true)}>
              {t('frame:act.delete')}…
            </Button>
          }
        >
          {t('delete.lead')}
        </Danger>
      </DangerZone>
      {asked && (
        <ConfirmDialog
          title={t('delete.question', { name })}
          name={name}
          confirm={t('delete.confirm')}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            await api.DELETE('/api/applications/{id}', { params: { path: { id } } });
            toast(t('delete.done', { name }));
            go('applications');
            queries.removeQueries({ queryKey: [tenantId, 'applications'] });
          }}
        >
          {t('delete.lead')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyField, CopyId } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { DetailsPage, Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { isUrl } from '@/parts/url';
import { Pending } from '@/parts/Pending';
import { PictureField } from '../branding/PictureField';
import { domainsIn, isDomain } from '../domain/domain';
import { Initiated } from './initiated/Initiated';
import { ProviderFields } from './ProviderFields';
import { SigningKeys } from './SigningKeys';
import { configOf, problemsOf, setupKeys, setupOf, type Setup, type Sso } from './sso';

/** One enterprise: its domains, its provider, and what that has to know of us. */
export default function SsoDetails() {
  const { t } = useTranslation('enterprise');
  const { connectorId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'sso-connector', connectorId],
    queryFn: ({ signal }) => body(api.GET('/api/sso-connectors/{id}', { params: { path: { id: connectorId } }, signal })),
  });
  if (found.data) return <Settings key={connectorId} sso={found.data} />;
  return <Pending back={{ to: 'enterprise-sso', label: t('title') }} query={found} />;
}

const editable = (sso: Sso) => ({
  connectorName: sso.connectorName,
  displayName: sso.branding.displayName ?? '',
  domains: sso.domains.join('\n'),
  syncProfile: sso.syncProfile,
  logo: sso.branding.logo ?? '',
  darkLogo: sso.branding.darkLogo ?? '',
  keepTokens: sso.enableTokenStorage,
  ...setupOf(sso.config as Record<string, unknown>),
});

function Settings({ sso }: { sso: Sso }) {
  const { t } = useTranslation('enterprise');
  const { api } = useTenant();
  const params = { path: { id: sso.id } };
  const { draft, set, bar } = useSettings({
    of: ['sso-connector', sso.id],
    lists: ['sso-connectors'],
    thing: sso,
    editable,
    labels: {
      connectorName: t('name'),
      displayName: t('displayName'),
      domains: t('domains'),
      syncProfile: t('sync'),
      logo: t('logo'),
      darkLogo: t('darkLogo'),
      keepTokens: t('keepTokens'),
      ...(Object.fromEntries(setupKeys.map((key) => [key, t(`field.${key}`)])) as Record<keyof Setup, string>),
    },
    invalid: (now) => !now.connectorName.trim() || domainsIn(now.domains).some((domain) => !isDomain(domain)) || [now.logo, now.darkLogo].some((logo) => logo && !isUrl(logo)) || Object.keys(problemsOf(sso, now)).length > 0,
    send: ({ patch, draft: now, thing }) =>
      body(
        api.PATCH('/api/sso-connectors/{id}', {
          params,
          body: {
            ...(patch.connectorName !== undefined && { connectorName: now.connectorName.trim() }),
            ...((patch.displayName ?? patch.logo ?? patch.darkLogo) !== undefined && { branding: { ...thing.branding, displayName: now.displayName.trim() || undefined, logo: now.logo.trim() || undefined, darkLogo: now.darkLogo.trim() || undefined } }),
            ...(patch.domains !== undefined && { domains: domainsIn(now.domains) }),
            ...(patch.syncProfile !== undefined && { syncProfile: now.syncProfile }),
            ...(patch.keepTokens !== undefined && { enableTokenStorage: now.keepTokens }),
            ...(setupKeys.some((key) => key in patch) && { config: configOf(thing, thing.config as Record<string, unknown>, now) as never }),
          },
        }),
      ),
  });
  const strange = domainsIn(draft.domains).find((domain) => !isDomain(domain));
  return (
    <DetailsPage
      back={{ to: 'enterprise-sso', label: t('title') }}
      title={sso.connectorName}
      emblem={
        <span className="logo l">
          <img src={sso.providerLogo} alt="" width={30} height={30} />
        </span>
      }
      meta={
        <>
          <span>{sso.name}</span>
          <CopyId value={sso.id} what="ID" />
        </>
      }
      foot={bar}
    >
      <Section title={t('about')}>
        <TextInput label={t('name')} description={t('nameHint')} maxLength={128} value={draft.connectorName} error={!draft.connectorName.trim() && t('nameMissing')} onChange={(event) => set('connectorName', event.currentTarget.value)} />
        <TextInput label={t('displayName')} description={t('displayNameHint')} placeholder={draft.connectorName} value={draft.displayName} onChange={(event) => set('displayName', event.currentTarget.value)} />
        <div className="two">
          <PictureField label={t('logo')} value={draft.logo} onChange={(logo) => set('logo', logo)} />
          <PictureField label={t('darkLogo')} value={draft.darkLogo} onChange={(logo) => set('darkLogo', logo)} />
        </div>
      </Section>
      <Section title={t('domains')} lead={t('domainsLead')}>
        <Field label={t('domains')} hint={t('domainsHint')} error={strange && t('noDomain', { domain: strange })}>
          <textarea className="mono" rows={3} spellCheck={false} value={draft.domains} placeholder="harbour.example" onChange={(event) => set('domains', event.currentTarget.value)} />
        </Field>
      </Section>
      <Known sso={sso} />
      <Section title={t('setup')} lead={t(sso.providerType === 'saml' ? 'setupSaml' : 'setupOidc')}>
        <ProviderFields sso={sso} setup={draft} set={(key, value) => set(key, value as never)} />
      </Section>
      {sso.providerType === 'saml' && <SigningKeys connectorId={sso.id} signs={draft.sign} onSigns={(on) => set('sign', on)} />}
      {sso.providerType === 'saml' && <Initiated connectorId={sso.id} />}
      <Section title={t('profile')}>
        <SwitchRow label={t('sync')} hint={t('syncHint')} checked={draft.syncProfile} onChange={(on) => set('syncProfile', on)} />
        {sso.providerType === 'oidc' && <SwitchRow label={t('keepTokens')} hint={t('keepTokensHint')} checked={draft.keepTokens} onChange={(on) => set('keepTokens', on)} />}
      </Section>
      <DeleteSection
        name={sso.connectorName}
        lead={t('end.lead')}
        remove={() => body(api.DELETE('/api/sso-connectors/{id}', { params }))}
        done={t('end.done', { name: sso.connectorName })}
        to="enterprise-sso"
        own={['sso-connector', sso.id]}
        lists={['sso-connectors']}
      />
    </DetailsPage>
  );
}

/** What has to be entered at the provider. */
function Known({ sso }: { sso: Sso }) {
  const { t } = useTranslation('enterprise');
  const { endpoint } = useTenant();
  const ours = (sso.providerConfig as { serviceProvider?: { entityId: string; assertionConsumerServiceUrl: string } } | undefined)?.serviceProvider;
  return (
    <Section title={t('theirs')} lead={t('theirsLead')}>
      <Facts>
        {sso.providerType === 'saml' ? (
          <>
            <CopyField label={t('ourEntity')} value={ours?.entityId ?? `${endpoint}/enterprise-sso/${sso.id}`} />
            <CopyField label={t('ourAddress')} value={ours?.assertionConsumerServiceUrl ?? `${endpoint}/api/authn/single-sign-on/saml/${sso.id}`} />
          </>
        ) : (
          <CopyField label={t('redirect')} value={`${endpoint}/callback/${sso.id}`} />
        )}
      </Facts>
    </Section>
  );
}

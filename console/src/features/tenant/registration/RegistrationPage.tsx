import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyField } from '@/parts/Copy';
import { CheckRow, Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { ScopeChoice } from '../../application/ConsentScopes';
import { TenantPage } from '../TenantPage';
import { InitialTokens } from './InitialTokens';
import { badPerHour, draftOf, grantTypes, hostsIn, isHost, policyOf, responseTypes, shutsOut, type Draft, type Policy } from './policy';
import { Statements } from './Statements';

/** Clients that register themselves: who may, and what they may be. */
export default function RegistrationPage() {
  const { id, api } = useTenant();
  const found = useQuery({ queryKey: [id, 'registration'], queryFn: ({ signal }) => body(api.GET('/api/configs/oidc/registration', { signal })) });
  if (found.data) return <Settings policy={found.data} />;
  return <TenantPage>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</TenantPage>;
}

const flipped = <T,>(values: T[], value: T, on: boolean) => (on ? [...values, value] : values.filter((each) => each !== value));
const strangeHost = (now: Draft) => hostsIn(now.hosts).find((host) => !isHost(host));

function Settings({ policy }: { policy: Policy }) {
  const { t } = useTranslation('tenant');
  const { endpoint, api } = useTenant();
  const { draft, set, bar } = useSettings<Policy, Draft>({
    of: ['registration'],
    thing: policy,
    editable: draftOf,
    labels: {
      enabled: t('registration.allow'),
      access: t('registration.access'),
      grantTypes: t('registration.grants'),
      responseTypes: t('registration.responses'),
      hosts: t('registration.hosts'),
      thirdParty: t('registration.consent'),
      scopes: t('registration.scopes'),
      perHour: t('registration.perHour'),
      vouchers: t('statements.issuers'),
      statements: t('statements.require'),
    },
    invalid: (now) => strangeHost(now) !== undefined || badPerHour(now.perHour) || shutsOut(now),
    send: ({ draft: now, thing }) => body(api.PUT('/api/configs/oidc/registration', { body: policyOf(thing, now) })),
  });
  const strange = strangeHost(draft);
  return (
    <TenantPage foot={bar}>
      <Section title={t('registration.title')} lead={t('registration.lead')}>
        <SwitchRow label={t('registration.allow')} hint={t('registration.allowHint')} checked={draft.enabled} onChange={(on) => set('enabled', on)} />
        <Field label={t('registration.access')} hint={t(`registration.about.${draft.access}`)}>
          <select value={draft.access} onChange={(event) => set('access', event.currentTarget.value as Draft['access'])}>
            {(['initial_access_token', 'open'] as const).map((access) => (
              <option key={access} value={access}>
                {t(`registration.${access}`)}
              </option>
            ))}
          </select>
        </Field>
        <Facts>
          <CopyField label={t('registration.address')} value={`${endpoint}/oidc/reg`} />
        </Facts>
      </Section>
      {draft.access === 'initial_access_token' && <InitialTokens />}
      <Section title={t('registration.limits')} lead={t('registration.limitsLead')}>
        <Field label={t('registration.hosts')} hint={t('registration.hostsHint')} error={strange && t('registration.noHost', { host: strange })}>
          <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.hosts} placeholder={'shop.example\n*.partners.example'} onChange={(event) => set('hosts', event.currentTarget.value)} />
        </Field>
        <TextInput label={t('registration.perHour')} description={t('registration.perHourHint')} inputMode="numeric" value={draft.perHour} error={badPerHour(draft.perHour) && t('registration.badPerHour')} onChange={(event) => set('perHour', event.currentTarget.value)} />
        <fieldset>
          <legend className="lab">{t('registration.grants')}</legend>
          {grantTypes.map((type) => (
            <CheckRow key={type} name={type} hint={t(`registration.grant.${type.replace(/.*:/, '')}` as 'registration.grant.ciba')} checked={draft.grantTypes.includes(type)} onChange={(on) => set('grantTypes', flipped(draft.grantTypes, type, on))} />
          ))}
        </fieldset>
        <fieldset>
          <legend className="lab">{t('registration.responses')}</legend>
          {responseTypes.map((type) => (
            <CheckRow key={type} name={type} checked={draft.responseTypes.includes(type)} onChange={(on) => set('responseTypes', flipped(draft.responseTypes, type, on))} />
          ))}
        </fieldset>
      </Section>
      <Statements vouchers={draft.vouchers} required={draft.statements} onVouchers={(vouchers) => set('vouchers', vouchers)} onRequired={(on) => set('statements', on)} />
      <Section title={t('registration.people')} lead={t('registration.peopleLead')}>
        <SwitchRow label={t('registration.consent')} hint={t('registration.consentHint')} checked={draft.thirdParty} onChange={(on) => set('thirdParty', on)} />
        {!draft.thirdParty && <p className="note warn">{t('registration.noConsent')}</p>}
      </Section>
      {draft.thirdParty && <ScopeChoice chosen={draft.scopes} onChange={(kind, id, on) => set('scopes', { ...draft.scopes, [kind]: flipped(draft.scopes[kind], id, on) })} />}
    </TenantPage>
  );
}

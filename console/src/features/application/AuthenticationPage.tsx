import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Answer } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { hasSecret, type Application } from './application';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import { TrustedIssuers } from './issuer/TrustedIssuers';
import { isSecureAddress, keySetProblem } from './keys';

type Authentication = Answer<'get', '/api/applications/{id}/authentication'>;
type Method = NonNullable<Authentication['method']>;
type NameKind = keyof NonNullable<Authentication['certificateName']>;

const methods: Exclude<Method, 'none'>[] = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'];
const byKey: (Method | '')[] = ['private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'];
const needsKeys: (Method | '')[] = ['private_key_jwt', 'self_signed_tls_client_auth'];
const nameKinds: NameKind[] = ['subjectDn', 'sanDns', 'sanUri', 'sanIp', 'sanEmail'];

/** How an application proves that it is itself, and its public keys. */
export default function AuthenticationPage() {
  return <ApplicationFrame>{(application) => <Loaded key={application.id} application={application} />}</ApplicationFrame>;
}

function Loaded({ application }: { application: Application }) {
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'applications', application.id, 'authentication'],
    queryFn: ({ signal }) => body(api.GET('/api/applications/{id}/authentication', { params: { path: { id: application.id } }, signal })),
  });
  if (found.data) return <Settings application={application} authentication={found.data} />;
  return <ApplicationHead application={application}>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</ApplicationHead>;
}

const editable = ({ method, jwks, jwksUri, certificateName, certificateBoundTokens, fapi }: Authentication) => {
  const kind = nameKinds.find((each) => certificateName?.[each]) ?? 'subjectDn';
  return {
    method: (method ?? '') as Method | '',
    keys: (jwksUri ? 'address' : jwks ? 'given' : 'none') as 'none' | 'address' | 'given',
    jwksUri: jwksUri ?? '',
    jwks: jwks ? JSON.stringify(jwks, null, 2) : '',
    nameKind: kind,
    name: certificateName?.[kind] ?? '',
    certificateBoundTokens: certificateBoundTokens ?? false,
    fapi: fapi ?? false,
  };
};
type Draft = ReturnType<typeof editable>;

const sent = ({ method, keys, jwksUri, jwks, nameKind, name, certificateBoundTokens, fapi }: Draft) => ({
  method: method || null,
  jwks: keys === 'given' ? JSON.parse(jwks) : null,
  jwksUri: keys === 'address' ? jwksUri.trim() : null,
  certificateName: method === 'tls_client_auth' ? { [nameKind]: name.trim() } : null,
  certificateBoundTokens,
  fapi,
});

/** What has to be mended, by the phrase that says it. */
const problems = ({ method, keys, jwksUri, jwks, name, fapi }: Draft) => ({
  keys: needsKeys.includes(method) && keys === 'none' ? 'keysMissing' : undefined,
  jwksUri: keys === 'address' && !isSecureAddress(jwksUri.trim()) ? 'noSecureAddress' : undefined,
  jwks: keys === 'given' ? keySetProblem(jwks) : undefined,
  name: method === 'tls_client_auth' && !name.trim() ? 'nameMissing' : undefined,
  fapi: fapi && !byKey.includes(method) ? 'fapiNeedsKey' : undefined,
});

function Settings({ application, authentication }: { application: Application; authentication: Authentication }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  const { draft, set, bar } = useSettings({
    of: ['applications', application.id, 'authentication'],
    thing: authentication,
    editable,
    labels: {
      method: t('proof.method'),
      keys: t('proof.keys'),
      jwksUri: t('proof.jwksUri'),
      jwks: t('proof.jwks'),
      nameKind: t('proof.nameKind'),
      name: t('proof.name'),
      certificateBoundTokens: t('proof.bound'),
      fapi: 'FAPI 2.0',
    },
    invalid: (now) => Object.values(problems(now)).some(Boolean),
    send: ({ draft: now }) => body(api.PUT('/api/applications/{id}/authentication', { params: { path: { id: application.id } }, body: sent(now) })),
  });
  const wrong = problems(draft);
  const said = (problem: string | undefined) => problem && t(`proof.problem.${problem}`);
  return (
    <ApplicationHead application={application} foot={bar}>
      {hasSecret(application.type) && (
        <Section title={t('proof.title')} lead={t('proof.lead')}>
          <Field label={t('proof.method')} hint={t(`proof.hint.${draft.method || 'any'}`)}>
            <select value={draft.method} onChange={(event) => set('method', event.currentTarget.value as Method | '')}>
              <option value="">{t('proof.any')}</option>
              {methods.map((method) => (
                <option key={method} value={method}>
                  {t(`proof.${method}`)}
                </option>
              ))}
            </select>
          </Field>
          {draft.method === 'tls_client_auth' && (
            <div className="two">
              <Field label={t('proof.nameKind')} hint={t('proof.nameKindHint')}>
                <select value={draft.nameKind} onChange={(event) => set('nameKind', event.currentTarget.value as NameKind)}>
                  {nameKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`proof.${kind}`)}
                    </option>
                  ))}
                </select>
              </Field>
              <TextInput classNames={{ input: 'mono' }} label={t('proof.name')} value={draft.name} spellCheck={false} error={said(wrong.name)} onChange={(event) => set('name', event.currentTarget.value)} />
            </div>
          )}
        </Section>
      )}
      <Section title={t('proof.keys')} lead={t('proof.keysLead')}>
        <Field label={t('proof.keysWhere')} error={said(wrong.keys)}>
          <select value={draft.keys} onChange={(event) => set('keys', event.currentTarget.value as Draft['keys'])}>
            {(['none', 'address', 'given'] as const).map((where) => (
              <option key={where} value={where}>
                {t(`proof.where.${where}`)}
              </option>
            ))}
          </select>
        </Field>
        {draft.keys === 'address' && (
          <TextInput type="url" label={t('proof.jwksUri')} description={t('proof.jwksUriHint')} placeholder="https://shop.example/jwks.json" value={draft.jwksUri} error={draft.jwksUri && said(wrong.jwksUri)} onChange={(event) => set('jwksUri', event.currentTarget.value)} />
        )}
        {draft.keys === 'given' && (
          <Field label={t('proof.jwks')} hint={t('proof.jwksHint')} error={draft.jwks ? said(wrong.jwks) : undefined}>
            <textarea className="mono" rows={10} spellCheck={false} value={draft.jwks} placeholder={'{\n  "keys": [{ "kty": "EC", "crv": "P-256", … }]\n}'} onChange={(event) => set('jwks', event.currentTarget.value)} />
          </Field>
        )}
      </Section>
      {hasSecret(application.type) && (
        <Section title={t('proof.strict')} lead={t('proof.strictLead')}>
          <SwitchRow label={t('proof.bound')} hint={t('proof.boundHint')} checked={draft.certificateBoundTokens} onChange={(on) => set('certificateBoundTokens', on)} />
          <SwitchRow label="FAPI 2.0" hint={t('proof.fapiHint')} checked={draft.fapi} onChange={(on) => set('fapi', on)} />
          {wrong.fapi && (
            <p className="err" role="alert">
              {said(wrong.fapi)}
            </p>
          )}
        </Section>
      )}
      {!application.isThirdParty && <TrustedIssuers applicationId={application.id} />}
    </ApplicationHead>
  );
}

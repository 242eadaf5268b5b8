import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Answer } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CheckRow, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { UriList } from '@/parts/UriList';
import type { Application } from './application';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';

type Protocol = Answer<'get', '/api/applications/{id}/protocol'>;

/** How the provider speaks with an application: its protocol, what it is told at sign-out, and whether by the letter. */
interface Agreement {
  protocol: Protocol;
  metadata: Application['oidcClientMetadata'];
  strict: boolean;
}

const signatures = ['ES256', 'ES384', 'ES512', 'RS256', 'PS256', 'EdDSA'];
const envelopes = ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'];
const contents = ['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM'];
const responseTypes = ['id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'];

/** How the provider and an application speak with one another. */
export default function ProtocolPage() {
  return <ApplicationFrame>{(application) => <Loaded key={application.id} application={application} />}</ApplicationFrame>;
}

function Loaded({ application }: { application: Application }) {
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'applications', application.id, 'protocol'],
    queryFn: async ({ signal }): Promise<Agreement> => {
      const at = { params: { path: { id: application.id } }, signal };
      const [protocol, { oidcClientMetadata }, strict] = await Promise.all([
        body(api.GET('/api/applications/{id}/protocol', at)),
        body(api.GET('/api/applications/{id}', at)),
        body(api.GET('/api/applications/{id}/strict-oidc', at)),
      ]);
      return { protocol, metadata: oidcClientMetadata, strict: strict.enabled };
    },
  });
  if (found.data) return <Settings application={application} agreement={found.data} />;
  return <ApplicationHead application={application}>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</ApplicationHead>;
}

const editable = ({ protocol, metadata, strict }: Agreement) => ({
  pushed: protocol.requirePushedAuthorizationRequests ?? false,
  signed: protocol.requireSignedRequestObject ?? false,
  requestUris: protocol.requestUris ?? [],
  responseTypes: protocol.responseTypes ?? [],
  dpop: protocol.dpopBoundAccessTokens ?? false,
  nonce: protocol.dpopNonceRequired ?? false,
  idTokenAlg: protocol.idTokenSignedResponseAlg ?? '',
  idTokenEnvelope: protocol.idTokenEncryptedResponseAlg ?? '',
  idTokenContent: protocol.idTokenEncryptedResponseEnc ?? '',
  userinfoAlg: protocol.userinfoSignedResponseAlg ?? '',
  userinfoEnvelope: protocol.userinfoEncryptedResponseAlg ?? '',
  userinfoContent: protocol.userinfoEncryptedResponseEnc ?? '',
  answerAlg: protocol.authorizationSignedResponseAlg ?? '',
  backchannel: metadata.backchannelLogoutUri ?? '',
  backchannelSession: metadata.backchannelLogoutSessionRequired ?? false,
  frontchannel: protocol.frontchannelLogoutUri ?? '',
  frontchannelSession: protocol.frontchannelLogoutSessionRequired ?? false,
  strict,
});
type Draft = ReturnType<typeof editable>;

const isAddress = (text: string) => URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol) && !text.includes('#');
const lines = (values: string[]) => values.map((value) => value.trim()).filter(Boolean);
const wrongAddress = (text: string) => text.trim() !== '' && !isAddress(text);

/** The whole protocol: what is not shown here stays as it is. */
const protocolOf = (before: Protocol, now: Draft) => ({
  ...before,
  requirePushedAuthorizationRequests: now.pushed,
  requireSignedRequestObject: now.signed,
  requestUris: lines(now.requestUris),
  responseTypes: now.responseTypes,
  dpopBoundAccessTokens: now.dpop,
  dpopNonceRequired: now.nonce,
  idTokenSignedResponseAlg: now.idTokenAlg || null,
  idTokenEncryptedResponseAlg: now.idTokenEnvelope || null,
  idTokenEncryptedResponseEnc: (now.idTokenEnvelope && now.idTokenContent) || null,
  userinfoSignedResponseAlg: now.userinfoAlg || null,
  userinfoEncryptedResponseAlg: now.userinfoEnvelope || null,
  userinfoEncryptedResponseEnc: (now.userinfoEnvelope && now.userinfoContent) || null,
  authorizationSignedResponseAlg: now.answerAlg || null,
  frontchannelLogoutUri: now.frontchannel.trim() || null,
  frontchannelLogoutSessionRequired: now.frontchannelSession,
});

/** The metadata are written whole; an address that is left out is taken away. */
function metadataOf(before: Agreement['metadata'], now: Draft) {
  const uri = now.backchannel.trim();
  return { ...before, backchannelLogoutUri: uri || undefined, backchannelLogoutSessionRequired: uri ? now.backchannelSession : undefined };
}

function Settings({ application, agreement }: { application: Application; agreement: Agreement }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  const params = { path: { id: application.id } };
  const machine = application.type === 'MachineToMachine';
  const { draft, set, bar } = useSettings({
    of: ['applications', application.id, 'protocol'],
    lists: ['applications'],
    thing: agreement,
    editable,
    labels: {
      pushed: t('speech.pushed'),
      signed: t('speech.signed'),
      requestUris: t('speech.requestUris'),
      responseTypes: t('speech.responseTypes'),
      dpop: t('speech.dpop'),
      nonce: t('speech.nonce'),
      idTokenAlg: t('speech.idTokenAlg'),
      idTokenEnvelope: t('speech.idTokenEnvelope'),
      idTokenContent: t('speech.content'),
      userinfoAlg: t('speech.userinfoAlg'),
      userinfoEnvelope: t('speech.userinfoEnvelope'),
      userinfoContent: t('speech.content'),
      answerAlg: t('speech.answerAlg'),
      backchannel: t('speech.backchannel'),
      backchannelSession: t('speech.backchannelSession'),
      frontchannel: t('speech.frontchannel'),
      frontchannelSession: t('speech.frontchannelSession'),
      strict: t('speech.strict'),
    },
    invalid: (now) => [...now.requestUris, now.backchannel, now.frontchannel].some(wrongAddress),
    send: async ({ patch, draft: now, thing }) => {
      const { backchannel, backchannelSession, strict, ...protocol } = patch;
      if (Object.keys(protocol).length) await body(api.PUT('/api/applications/{id}/protocol', { params, body: protocolOf(thing.protocol, now) }));
      if (backchannel !== undefined || backchannelSession !== undefined) await body(api.PATCH('/api/applications/{id}', { params, body: { oidcClientMetadata: metadataOf(thing.metadata, now) } }));
      if (strict !== undefined) await body(api.PUT('/api/applications/{id}/strict-oidc', { params, body: { enabled: strict } }));
    },
  });
  const flip = (type: string, on: boolean) => set('responseTypes', on ? [...draft.responseTypes, type] : draft.responseTypes.filter((each) => each !== type));
  const address = (key: 'backchannel' | 'frontchannel') => (
    <TextInput
      type="url"
      label={t(`speech.${key}`)}
      description={t(`speech.${key}Hint`)}
      placeholder="https://shop.example/signed-out"
      value={draft[key]}
      error={wrongAddress(draft[key]) && t('speech.noAddress')}
      onChange={(event) => set(key, event.currentTarget.value)}
    />
  );
  const encryption = (of: 'idToken' | 'userinfo') => (
    <div className="two">
      <Choice label={t(`speech.${of}Envelope`)} none={t('speech.notEncrypted')} options={envelopes} value={draft[`${of}Envelope`]} onChange={(value) => set(`${of}Envelope`, value)} />
      {draft[`${of}Envelope`] && <Choice label={t('speech.content')} none={t('speech.usual')} options={contents} value={draft[`${of}Content`]} onChange={(value) => set(`${of}Content`, value)} />}
    </div>
  );
  return (
    <ApplicationHead application={application} foot={bar}>
      {!machine && (
        <Section title={t('speech.requests')} lead={t('speech.requestsLead')}>
          <SwitchRow label={t('speech.pushed')} hint={t('speech.pushedHint')} checked={draft.pushed} onChange={(on) => set('pushed', on)} />
          <SwitchRow label={t('speech.signed')} hint={t('speech.signedHint')} checked={draft.signed} onChange={(on) => set('signed', on)} />
          <UriList label={t('speech.requestUris')} hint={t('speech.requestUrisHint')} values={draft.requestUris} placeholder="https://shop.example/request.jwt" problem={(uri) => (isAddress(uri) ? undefined : t('speech.noAddress'))} onChange={(uris) => set('requestUris', uris)} />
          <fieldset>
            <legend className="lab">{t('speech.responseTypes')}</legend>
            <p className="hint">{t('speech.responseTypesHint')}</p>
            {responseTypes.map((type) => (
              <CheckRow key={type} name={type} checked={draft.responseTypes.includes(type)} onChange={(on) => flip(type, on)} />
            ))}
          </fieldset>
        </Section>
      )}
      <Section title={t('speech.possession')} lead={t('speech.possessionLead')}>
        <SwitchRow label={t('speech.dpop')} hint={t('speech.dpopHint')} checked={draft.dpop} onChange={(on) => set('dpop', on)} />
        <SwitchRow label={t('speech.nonce')} hint={t('speech.nonceHint')} checked={draft.nonce} onChange={(on) => set('nonce', on)} />
      </Section>
      {!machine && (
        <>
          <Section title={t('speech.answers')} lead={t('speech.answersLead')}>
            <Choice label={t('speech.idTokenAlg')} none={t('speech.tenants')} options={signatures} value={draft.idTokenAlg} onChange={(value) => set('idTokenAlg', value)} />
            {encryption('idToken')}
            <Choice label={t('speech.userinfoAlg')} none={t('speech.notSigned')} options={signatures} value={draft.userinfoAlg} onChange={(value) => set('userinfoAlg', value)} />
            {encryption('userinfo')}
            <Choice label={t('speech.answerAlg')} hint={t('speech.answerAlgHint')} none={t('speech.tenants')} options={signatures} value={draft.answerAlg} onChange={(value) => set('answerAlg', value)} />
          </Section>
          <Section title={t('speech.signOut')} lead={t('speech.signOutLead')}>
            {address('backchannel')}
            {draft.backchannel && <SwitchRow label={t('speech.backchannelSession')} hint={t('speech.sessionHint')} checked={draft.backchannelSession} onChange={(on) => set('backchannelSession', on)} />}
            {address('frontchannel')}
            {draft.frontchannel && <SwitchRow label={t('speech.frontchannelSession')} hint={t('speech.sessionHint')} checked={draft.frontchannelSession} onChange={(on) => set('frontchannelSession', on)} />}
          </Section>
          <Section title={t('speech.letter')} lead={t('speech.letterLead')}>
            <SwitchRow label={t('speech.strict')} hint={t('speech.strictHint')} checked={draft.strict} onChange={(on) => set('strict', on)} />
          </Section>
        </>
      )}
    </ApplicationHead>
  );
}

/** One algorithm, or what holds without a choice. */
function Choice({ label, hint, none, options, value, onChange }: { label: string; hint?: string; none: string; options: string[]; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} hint={hint}>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Field>
  );
}

import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CheckRow, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { UriList } from '@/parts/UriList';
import { hasSecret, type Application } from '../application';
import { ApplicationFrame, ApplicationHead } from '../ApplicationFrame';
import { contents, editable, envelopes, isAddress, metadataOf, problemsOf, protocolOf, responseTypes, signatures, wrongAddress, type Agreement } from './agreement';
import { Choice } from './Choice';
import { DetailTypes } from './DetailTypes';
import { Elsewhere } from './Elsewhere';
import { Freshness } from './Freshness';
import { Grants } from './Grants';
import { Subjects } from './Subjects';

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
      requestAlg: t('speech.requestAlg'),
      details: t('speech.details'),
      maxAge: t('speech.maxAge'),
      authTime: t('speech.authTime'),
      ciba: t('speech.ciba'),
      initiate: t('speech.initiate'),
      grants: t('speech.grants'),
      unsigned: t('speech.unsigned'),
      acr: t('speech.acr'),
      cibaAlg: t('speech.cibaAlg'),
      pairwise: t('speech.pairwise'),
      sector: t('speech.sector'),
    },
    invalid: (now) => Object.values(problemsOf(now)).some(Boolean),
    send: async ({ patch, draft: now, thing }) => {
      const { backchannel, backchannelSession, strict, ...protocol } = patch;
      if (Object.keys(protocol).length) await body(api.PUT('/api/applications/{id}/protocol', { params, body: protocolOf(thing.protocol, now) }));
      if (backchannel !== undefined || backchannelSession !== undefined) await body(api.PATCH('/api/applications/{id}', { params, body: { oidcClientMetadata: metadataOf(thing.metadata, now) } }));
      if (strict !== undefined) await body(api.PUT('/api/applications/{id}/strict-oidc', { params, body: { enabled: strict } }));
    },
  });
  const wrong = problemsOf(draft);
  const fields = { application, draft, set, wrong };
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
          {!draft.signed && <SwitchRow label={t('speech.unsigned')} hint={t('speech.unsignedHint')} checked={draft.unsigned} onChange={(on) => set('unsigned', on)} />}
          <UriList label={t('speech.requestUris')} hint={t('speech.requestUrisHint')} values={draft.requestUris} placeholder="https://shop.example/request.jwt" problem={(uri) => (isAddress(uri) ? undefined : t('speech.noAddress'))} onChange={(uris) => set('requestUris', uris)} />
          <Choice label={t('speech.requestAlg')} none={t('speech.anyAlg')} options={signatures} value={draft.requestAlg} onChange={(value) => set('requestAlg', value)} />
          <TextInput type="url" label={t('speech.initiate')} description={t('speech.initiateHint')} placeholder="https://shop.example/sign-in" value={draft.initiate} error={wrong.initiate && t(`speech.${wrong.initiate}`)} onChange={(event) => set('initiate', event.currentTarget.value)} />
          <fieldset>
            <legend className="lab">{t('speech.responseTypes')}</legend>
            <p className="hint">{t('speech.responseTypesHint')}</p>
            {responseTypes.map((type) => (
              <CheckRow key={type} name={type} checked={draft.responseTypes.includes(type)} onChange={(on) => flip(type, on)} />
            ))}
          </fieldset>
        </Section>
      )}
      <Grants {...fields} />
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
          <Freshness {...fields} />
          <DetailTypes chosen={draft.details} onChange={(details) => set('details', details)} />
          <Subjects {...fields} known={agreement} />
          {hasSecret(application.type) && <Elsewhere {...fields} />}
          <Section title={t('speech.letter')} lead={t('speech.letterLead')}>
            <SwitchRow label={t('speech.strict')} hint={t('speech.strictHint')} checked={draft.strict} onChange={(on) => set('strict', on)} />
          </Section>
        </>
      )}
    </ApplicationHead>
  );
}

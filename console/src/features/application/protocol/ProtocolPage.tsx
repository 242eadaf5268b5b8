import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { hasSecret, type Application } from '../application';
import { ApplicationFrame, ApplicationHead } from '../ApplicationFrame';
import { editable, metadataOf, problemsOf, protocolOf, type Agreement } from './agreement';
import { Answers } from './Answers';
import { DetailTypes } from './DetailTypes';
import { Elsewhere } from './Elsewhere';
import { Freshness } from './Freshness';
import { Grants } from './Grants';
import { Requests } from './Requests';
import { SignOut } from './SignOut';
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
      requestEnvelope: t('speech.requestEnvelope'),
      requestContent: t('speech.content'),
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
  return (
    <ApplicationHead application={application} foot={bar}>
      {!machine && <Requests {...fields} />}
      <Grants {...fields} />
      <Section title={t('speech.possession')} lead={t('speech.possessionLead')}>
        <SwitchRow label={t('speech.dpop')} hint={t('speech.dpopHint')} checked={draft.dpop} onChange={(on) => set('dpop', on)} />
        <SwitchRow label={t('speech.nonce')} hint={t('speech.nonceHint')} checked={draft.nonce} onChange={(on) => set('nonce', on)} />
      </Section>
      {!machine && (
        <>
          <Answers {...fields} />
          <SignOut {...fields} />
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

import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { body } from '@/app/api/client';
import { managementApi } from '@/app/session';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useTitle } from '@/frame/Frame';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { WayBack } from '@/parts/Page';
import { hasSecret, type Application } from '../application/application';
import { frameworkOfApplication } from '../application/framework/frameworks';
import { Logo } from '../application/framework/Logo';
import { CheckSetUp } from './CheckSetUp';
import { loadGuide } from './guide';
import { SaveAddresses } from './SaveAddresses';
import { Steps } from './Steps';

/** The guide of an application; it can be opened again from the application at any time. */
export default function GuidePage() {
  const { applicationId = '' } = useParams();
  const { id: tenantId, api } = useTenant();
  const params = { params: { path: { id: applicationId } } };
  const application = useQuery({ queryKey: [tenantId, 'applications', applicationId], queryFn: () => body(api.GET('/api/applications/{id}', params)) });
  const type = application.data?.type;
  const secrets = useQuery({
    queryKey: [tenantId, 'applications', applicationId, 'secrets'],
    enabled: type !== undefined && hasSecret(type),
    queryFn: () => body(api.GET('/api/applications/{id}/secrets', params)),
  });
  if (application.isError) throw application.error;
  if (!application.data || (secrets.isPending && type && hasSecret(type))) {
    return (
      <div className="page">
        <Loading />
      </div>
    );
  }
  const secret = secrets.data?.find(({ expiresAt }) => !expiresAt || expiresAt > Date.now())?.value ?? '';
  return <ApplicationGuide application={application.data} secret={secret} />;
}

function ApplicationGuide({ application, secret }: { application: Application; secret: string }) {
  const { t } = useTranslation('guide');
  const { id: tenantId, endpoint } = useTenant();
  const path = useTenantPath();
  const [parameters] = useSearchParams();
  const framework = frameworkOfApplication(application);
  const guide = useQuery({ queryKey: ['guide', framework.guide], queryFn: () => loadGuide(framework.guide), staleTime: Infinity });
  const { redirectUris, postLogoutRedirectUris } = application.oidcClientMetadata;
  const [typed, setTyped] = useState<{ redirectUri?: string; signOutUri?: string }>({});
  const redirectUri = typed.redirectUri ?? redirectUris[0] ?? framework.redirectUri ?? '';
  const signOutUri = typed.signOutUri ?? postLogoutRedirectUris[0] ?? framework.signOutUri ?? '';
  const title = t('title', { name: application.name, framework: framework.name });
  useTitle(title);
  const values = {
    endpoint,
    issuer: `${endpoint}/oidc`,
    appId: application.id,
    appSecret: secret,
    redirectUri,
    signOutUri,
    managementApi: managementApi(tenantId),
  };
  return (
    <div className="page">
      <WayBack to="applications" label={t('frame:nav.application')} />
      <header className="head">
        <Logo framework={framework} size="l" />
        <div>
          <h1>{title}</h1>
          {guide.data && <p>{t('about', { needs: guide.data.needs, count: guide.data.minutes })}</p>}
        </div>
        <div className="acts">
          {framework.guide === 'flask' && (
            <Button component={Link} to={path('handbook/flask')} variant="subtle">
              {t('frame:help.handbook')}
            </Button>
          )}
          <Button component={Link} to={path(`applications/${application.id}`)}>
            {t('openApplication')}
          </Button>
        </div>
      </header>
      {parameters.has('created') && (
        <div className="note ok created" role="status">
          <IconCircleCheck size={20} stroke={1.75} aria-hidden className="i" />
          <span>
            <b className="strong">{t('created', { name: application.name })}</b> {t('createdLead')}
          </span>
        </div>
      )}
      {guide.isError && <ErrorPanel error={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.data && (
        <Steps
          guide={guide.data}
          values={values}
          of={application.id}
          known={redirectUris.length ? ['uris'] : []}
          extra={({ kind }) =>
            kind === 'uris' ? (
              <SaveAddresses application={application} redirectUri={redirectUri} signOutUri={signOutUri} onType={setTyped} />
            ) : kind === 'try' ? (
              <CheckSetUp application={application} />
            ) : null
          }
        />
      )}
    </div>
  );
}

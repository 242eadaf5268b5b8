import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { managementApi } from '@/app/session';
import { useTenant } from '@/app/tenant';
import { Page, WayBack } from '@/parts/Page';
import { frameworks } from '../application/framework/frameworks';
import { loadGuide } from './guide';
import { Steps } from './Steps';

/** How an API checks tokens; it needs no application. */
export default function ApiGuidePage() {
  const { guideId = '' } = useParams();
  const { t } = useTranslation('guide');
  const { id: tenantId, endpoint } = useTenant();
  const guide = useQuery({ queryKey: ['guide', guideId], queryFn: () => loadGuide(guideId), staleTime: Infinity });
  const framework = frameworks.find(({ guide }) => guide === guideId);
  if (guide.isError) throw guide.error;
  const values = { endpoint, issuer: `${endpoint}/oidc`, appId: '', appSecret: '', redirectUri: '', signOutUri: '', managementApi: managementApi(tenantId) };
  return (
    <Page title={t('apiTitle', { framework: framework?.name })} lead={t('apiLead')}>
      {guide.data && <Steps guide={guide.data} values={values} of={guideId} />}
      <WayBack to="applications" label={t('frame:nav.application')} />
    </Page>
  );
}

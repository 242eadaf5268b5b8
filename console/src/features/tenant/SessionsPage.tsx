import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Input } from '@/app/api/client';
import { ApiError } from '@/app/api/error';
import { useTenant } from '@/app/tenant';
import { CheckRow, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { TenantPage } from './TenantPage';

type Claim = NonNullable<Input<'put', '/api/configs/id-token'>['enabledExtendedClaims']>[number];

interface Sessions {
  seconds: number;
  claims: Claim[];
}

const claims: Claim[] = ['custom_data', 'identities', 'sso_identities', 'roles', 'organizations', 'organization_data', 'organization_roles'];
const longest = 8_760;

/** How long people stay signed in, and what their ID tokens tell. */
export default function SessionsPage() {
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'sessions'],
    queryFn: async ({ signal }): Promise<Sessions> => {
      const [session, idToken] = await Promise.all([
        body(api.GET('/api/configs/oidc/session', { signal })),
        body(api.GET('/api/configs/id-token', { signal })).catch((cause): Input<'put', '/api/configs/id-token'> => {
          if (cause instanceof ApiError && cause.status === 404) return {};
          throw cause;
        }),
      ]);
      return { seconds: session.ttl ?? 1_209_600, claims: idToken.enabledExtendedClaims ?? [] };
    },
  });
  if (found.data) return <Settings sessions={found.data} />;
  return <TenantPage>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</TenantPage>;
}

const editable = ({ seconds, claims: chosen }: Sessions) => ({ hours: String(Math.round(seconds / 36) / 100), claims: claims.filter((claim) => chosen.includes(claim)) });
const badHours = (hours: string) => !(Number(hours) * 3_600 >= 60 && Number(hours) <= longest);

function Settings({ sessions }: { sessions: Sessions }) {
  const { t } = useTranslation('tenant');
  const { api } = useTenant();
  const { draft, set, bar } = useSettings({
    of: ['sessions'],
    thing: sessions,
    editable,
    labels: { hours: t('sessions.hours'), claims: t('sessions.claims') },
    invalid: ({ hours }) => badHours(hours),
    send: async ({ patch }) => {
      if (patch.hours !== undefined) await body(api.PATCH('/api/configs/oidc/session', { body: { ttl: Math.round(Number(patch.hours) * 3_600) } }));
      if (patch.claims) await body(api.PUT('/api/configs/id-token', { body: { enabledExtendedClaims: patch.claims } }));
    },
  });
  const choose = (claim: Claim, on: boolean) => set('claims', claims.filter((each) => (each === claim ? on : draft.claims.includes(each))));
  return (
    <TenantPage foot={bar}>
      <Section title={t('sessions.title')} lead={t('sessions.lead')}>
        <TextInput label={t('sessions.hours')} description={t('sessions.hoursHint')} inputMode="decimal" value={draft.hours} error={badHours(draft.hours) && t('sessions.badHours', { most: longest })} onChange={(event) => set('hours', event.currentTarget.value)} />
      </Section>
      <Section title={t('sessions.claims')} lead={t('sessions.claimsLead')}>
        <div>
          {claims.map((claim) => (
            <CheckRow key={claim} name={claim} hint={t(`sessions.claim.${claim}`)} checked={draft.claims.includes(claim)} onChange={(on) => choose(claim, on)} />
          ))}
        </div>
      </Section>
    </TenantPage>
  );
}

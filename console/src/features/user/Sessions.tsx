import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { DataTable } from '@/parts/list/DataTable';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { deviceOf } from './device';
import { useUserChange, type User } from './user';

/** From where somebody signed in; the place is what a trusted proxy tells. */
interface SignInContext {
  ip?: string;
  userAgent?: string;
  city?: string;
  country?: string;
}

/** A browser in which the person is signed in. */
interface Session {
  payload: { uid: string; loginTs?: number; authorizations?: Record<string, unknown> };
  lastSubmission?: { signInContext?: SignInContext } | null;
  clientId?: string | null;
  expiresAt: number;
}

/** Where the person is signed in; each can be ended, with its tokens. */
export function Sessions({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { relative, full } = useFormat();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'user', user.id, 'sessions'],
    queryFn: async ({ signal }) => {
      const answer = (await body(api.GET('/api/users/{id}/sessions', { params: { path: { id: user.id } }, signal }) as never)) as { sessions: Session[] };
      return answer.sessions;
    },
  });
  const end = useUserChange(user.id, (sessionId: string) =>
    body(api.DELETE('/api/users/{id}/sessions/{sessionId}', { params: { path: { id: user.id, sessionId }, ...query({ revokeGrantsTarget: 'all' }) } })),
  );
  return (
    <Section title={t('sessions')} lead={t('sessionsLead')}>
      {(found.isError || end.isError) && <ErrorPanel error={found.error ?? end.error} onRetry={found.isError ? () => void found.refetch() : undefined} />}
      {found.data?.length === 0 ? (
        <p className="sub">{t('noSessions')}</p>
      ) : (
        <DataTable<Session>
          label={t('sessions')}
          rows={found.data}
          rowKey={({ payload }) => payload.uid}
          busy={found.isFetching}
          columns={[
            { id: 'app', header: t('applications'), cell: ({ clientId, payload }) => <Applications ids={Object.keys(payload.authorizations ?? {})} otherwise={clientId} /> },
            { id: 'where', header: t('where'), cell: ({ lastSubmission }) => <Where context={lastSubmission?.signInContext} /> },
            {
              id: 'since',
              header: t('since'),
              cell: ({ payload }) => payload.loginTs && <span className="sub" title={full(payload.loginTs * 1000)}>{relative(payload.loginTs * 1000)}</span>,
            },
            { id: 'until', header: t('until'), optional: true, cell: ({ expiresAt }) => <span className="sub" title={full(expiresAt)}>{relative(expiresAt)}</span> },
            {
              id: 'end',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: ({ payload }) => (
                <Button size="xs" variant="subtle" loading={end.isPending && end.variables === payload.uid} onClick={() => end.mutate(payload.uid, { onSuccess: () => toast(t('sessionEnded')) })}>
                  {t('endSession')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Applications({ ids, otherwise }: { ids: string[]; otherwise: string | null | undefined }) {
  const path = useTenantPath();
  const all = ids.length || !otherwise ? ids : [otherwise];
  return all.map((id) => (
    <div key={id}>
      <Link to={path(`applications/${id}`)}>
        <code>{id}</code>
      </Link>
    </div>
  ));
}

function Where({ context = {} }: { context?: SignInContext }) {
  const { ip, userAgent, city, country } = context;
  const place = [ip, [city, country].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
  return (
    <>
      {userAgent && <div title={userAgent}>{deviceOf(userAgent)}</div>}
      {place && <div className="sub">{place}</div>}
    </>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { call, useMeChange, type Me, type SocialConnector } from './me';

const underway = 'gatehouse-link';

/** Accounts elsewhere that sign the administrator in; nothing where the admin tenant has no connector. */
export function Links({ me }: { me: Me }) {
  const { t, i18n } = useTranslation('profile');
  const connectors = useQuery({ queryKey: ['me', 'connectors'], queryFn: () => call<SocialConnector[]>('GET', '/social/connectors') });
  const link = useReturn();
  const depart = useMeChange(async (connectorId: string) => {
    const state = crypto.randomUUID();
    sessionStorage.setItem(underway, JSON.stringify({ connectorId, state }));
    const { redirectTo } = await call<{ redirectTo: string }>('POST', '/social/authorization-uri', { connectorId, state, redirectUri: redirectUri() });
    window.location.assign(redirectTo);
  });
  const unlink = useMeChange((connectorId: string) => call('DELETE', `/social/identity/${encodeURIComponent(connectorId)}`));
  const failure = link.error ?? depart.error ?? unlink.error;
  if (!connectors.data?.length) return null;
  return (
    <Section title={t('links')} lead={t('linksLead')}>
      {failure && <ErrorPanel error={failure} />}
      <ul className="sort">
        {connectors.data.map(({ id, target, name, logo }) => {
          const identity = me.identities[target];
          const label = name[i18n.language] ?? name.en ?? target;
          return (
            <li key={id}>
              <span className="logo">
                <img src={logo} alt="" referrerPolicy="no-referrer" />
              </span>
              <span className="grow clip">
                <span className="strong">{label}</span> <span className="sub">{identity ? String(identity.details?.email ?? identity.details?.name ?? identity.userId) : t('notLinked')}</span>
              </span>
              <Button
                size="xs"
                aria-label={t(identity ? 'unlinkWhat' : 'linkWhat', { name: label })}
                onClick={() => (identity ? unlink.mutate(id, { onSuccess: () => toast(t('unlinked', { name: label })) }) : depart.mutate(id))}
              >
                {t(identity ? 'unlink' : 'link')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const redirectUri = () => `${window.location.origin}${window.location.pathname}`;

/** Ends the trip to a provider, when the address says that somebody has come back from one. */
function useReturn() {
  const { t } = useTranslation('profile');
  const [parameters, setParameters] = useSearchParams();
  const taken = useRef(false);
  const link = useMeChange((arrival: { connectorId: string; connectorData: Record<string, string> }) => call('POST', '/social/link-identity', arrival));
  useEffect(() => {
    const state = parameters.get('state');
    const known = sessionStorage.getItem(underway);
    if (!state || !known || taken.current) return;
    taken.current = true;
    sessionStorage.removeItem(underway);
    const trip = JSON.parse(known) as { connectorId: string; state: string };
    const connectorData = { ...Object.fromEntries(parameters), redirectUri: redirectUri() };
    setParameters({}, { replace: true });
    if (trip.state === state) link.mutate({ connectorId: trip.connectorId, connectorData }, { onSuccess: () => toast(t('linked')) });
  }, [parameters, setParameters, link, t]);
  return link;
}

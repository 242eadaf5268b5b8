import { Button } from '@mantine/core';
import IconBuilding from '@tabler/icons-react/icons/IconBuilding';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import IconLink from '@tabler/icons-react/icons/IconLink';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body } from '@/app/api/client';
import { useApi, useTenant, useTenantPath } from '@/app/tenant';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { useUserChange, type User } from './user';
import './user.css';

/** How the person proves who they are: the password, and accounts elsewhere. */
export function WaysIn({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const links = Object.entries(user.identities);
  return (
    <Section title={t('waysIn')} lead={t('waysInLead')}>
      <ul className="sort">
        <li>
          <span className="logo">
            <IconKeyboard size={18} stroke={1.75} aria-hidden className="i" />
          </span>
          <span className="grow">
            <span className="strong">{t('password')}</span> <span className="sub">{t(user.hasPassword ? 'passwordSet' : 'passwordNone')}</span>
          </span>
          <Expiry user={user} />
        </li>
        {links.map(([target, identity]) => (
          <LinkedAccount key={target} user={user} target={target} identity={identity} />
        ))}
        {user.ssoIdentities?.map((identity) => (
          <EnterpriseAccount key={`${identity.issuer} ${identity.identityId}`} identity={identity} />
        ))}
      </ul>
    </Section>
  );
}

/** Has the person choose another password at the next sign-in, where passwords expire at all. */
function Expiry({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const experience = useQuery({ queryKey: [id, 'sign-in-exp'], queryFn: ({ signal }) => body(api.GET('/api/sign-in-exp', { signal })) });
  const expire = useUserChange(user.id, (isExpired: boolean) => body(api.PATCH('/api/users/{id}/password/expiration', { params: { path: { id: user.id } }, body: { isExpired } })));
  if (!user.hasPassword || !experience.data?.passwordExpiration.enabled) return null;
  return (
    <>
      {expire.isError && <ErrorPanel error={expire.error} />}
      <Button size="xs" variant="subtle" loading={expire.isPending} onClick={() => expire.mutate(true, { onSuccess: () => toast(t('passwordExpired'), () => expire.mutate(false)) })}>
        {t('expirePassword')}
      </Button>
    </>
  );
}

/** What of an account elsewhere tells people whose it is. */
const knownOf = (details: Record<string, unknown> | null | undefined, id: string) => [details?.name, details?.email, id].find((text): text is string => typeof text === 'string');

/** An account at an enterprise's provider; it comes and goes with the sign-ins there. */
function EnterpriseAccount({ identity: { ssoConnectorId, issuer, identityId, detail } }: { identity: NonNullable<User['ssoIdentities']>[number] }) {
  const { t } = useTranslation('user');
  const path = useTenantPath();
  return (
    <li>
      <span className="logo">
        <IconBuilding size={18} stroke={1.75} aria-hidden className="i" />
      </span>
      <span className="grow clip">
        <span className="strong">{knownOf(detail, identityId)}</span> <span className="sub">{issuer}</span>
      </span>
      <Link to={path(`enterprise-sso/${ssoConnectorId}`)}>{t('toProvider')}</Link>
    </li>
  );
}

function LinkedAccount({ user, target, identity }: { user: User; target: string; identity: User['identities'][string] }) {
  const { t } = useTranslation('user');
  const api = useApi();
  const path = { id: user.id, target };
  const link = useUserChange(user.id, () => body(api.PUT('/api/users/{id}/identities/{target}', { params: { path }, body: { userId: identity.userId, ...(identity.details && { details: identity.details }) } as never })));
  const unlink = useUserChange(user.id, () => body(api.DELETE('/api/users/{id}/identities/{target}', { params: { path } })));
  return (
    <li>
      <span className="logo">
        <IconLink size={18} stroke={1.75} aria-hidden className="i" />
      </span>
      <span className="grow clip">
        <span className="strong">{target}</span> <span className="sub">{knownOf(identity.details, identity.userId)}</span>
      </span>
      {unlink.isError && <ErrorPanel error={unlink.error} />}
      <Button
        size="xs"
        variant="subtle"
        loading={unlink.isPending}
        aria-label={t('unlinkWhat', { target })}
        onClick={() => unlink.mutate(undefined, { onSuccess: () => toast(t('unlinked', { target }), () => link.mutate(undefined)) })}
      >
        {t('unlink')}
      </Button>
    </li>
  );
}

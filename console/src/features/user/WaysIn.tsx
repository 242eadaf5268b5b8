import { Button } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import IconLink from '@tabler/icons-react/icons/IconLink';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
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
        </li>
        {links.map(([target, identity]) => (
          <LinkedAccount key={target} user={user} target={target} identity={identity} />
        ))}
      </ul>
    </Section>
  );
}

function LinkedAccount({ user, target, identity }: { user: User; target: string; identity: User['identities'][string] }) {
  const { t } = useTranslation('user');
  const api = useApi();
  const path = { id: user.id, target };
  const link = useUserChange(user.id, () => body(api.PUT('/api/users/{id}/identities/{target}', { params: { path }, body: { userId: identity.userId, ...(identity.details && { details: identity.details }) } as never })));
  const unlink = useUserChange(user.id, () => body(api.DELETE('/api/users/{id}/identities/{target}', { params: { path } })));
  const known = [identity.details?.name, identity.details?.email, identity.userId].find((text) => typeof text === 'string');
  return (
    <li>
      <span className="logo">
        <IconLink size={18} stroke={1.75} aria-hidden className="i" />
      </span>
      <span className="grow clip">
        <span className="strong">{target}</span> <span className="sub">{known as string}</span>
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

import { Button } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import IconMail from '@tabler/icons-react/icons/IconMail';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/parts/DetailsPage';
import { EmailDialog } from './EmailDialog';
import type { Me } from './me';
import { PasswordDialog } from './PasswordDialog';
import './profile.css';

/** The password and the address of the account. */
export function SignIn({ me }: { me: Me }) {
  const { t } = useTranslation('profile');
  const [open, setOpen] = useState<'password' | 'email'>();
  const close = () => setOpen(undefined);
  return (
    <Section title={t('signIn')} lead={t('signInLead')}>
      <ul className="sort">
        <li>
          <span className="logo">
            <IconKeyboard size={18} stroke={1.75} aria-hidden className="i" />
          </span>
          <span className="grow">
            <span className="strong">{t('password')}</span> <span className="sub">{t(me.hasPassword ? 'passwordSet' : 'passwordNone')}</span>
          </span>
          <Button size="xs" onClick={() => setOpen('password')}>
            {t('changePassword')}
          </Button>
        </li>
        <li>
          <span className="logo">
            <IconMail size={18} stroke={1.75} aria-hidden className="i" />
          </span>
          <span className="grow clip">
            <span className="strong">{t('email')}</span> <span className="sub">{me.primaryEmail ?? t('emailNone')}</span>
          </span>
          <Button size="xs" onClick={() => setOpen('email')}>
            {t('changeEmail')}
          </Button>
        </li>
      </ul>
      {open === 'password' && <PasswordDialog me={me} onClose={close} />}
      {open === 'email' && <EmailDialog onClose={close} />}
    </Section>
  );
}

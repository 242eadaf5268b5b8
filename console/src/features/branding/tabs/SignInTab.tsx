import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { useConnectors, useStudio } from '../experience';
import { CheckField, Group, SelectField } from '../fields';
import { SignInMethods } from './SignInMethods';
import { SignUpFields } from './SignUpFields';
import { SocialProviders } from './SocialProviders';
import { Usernames } from './Usernames';

/** By what people get an account, and by what they sign in. */
export default function SignInTab() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const connectors = useConnectors();
  const has = (type: 'Email' | 'Sms') => connectors.data?.some((one) => one.type === type) ?? true;
  return (
    <>
      <Group title={t('signUp.title')} lead={t('signUp.lead')}>
        <SignUpFields has={has} />
      </Group>
      <Group title={t('mode.title')}>
        <SelectField
          label={t('mode.label')}
          value={draft.signInMode}
          options={[
            ['SignInAndRegister', t('mode.SignInAndRegister')],
            ['SignIn', t('mode.SignIn')],
            ['Register', t('mode.Register')],
          ]}
          onChange={(mode) => set('signInMode', mode)}
        />
      </Group>
      <SignInMethods has={has} />
      <Usernames />
      <SocialProviders connectors={connectors.data} />
      <Recovery has={has} />
    </>
  );
}

function Recovery({ has }: { has: (type: 'Email' | 'Sms') => boolean }) {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const methods = draft.forgotPasswordMethods;
  const all = [
    ['EmailVerificationCode', 'Email'],
    ['PhoneVerificationCode', 'Sms'],
  ] as const;
  return (
    <Group title={t('recovery.title')} lead={t('recovery.lead')}>
      <SwitchRow label={t('recovery.automatic')} hint={t('recovery.automaticHint')} checked={methods === null} onChange={(automatic) => set('forgotPasswordMethods', automatic ? null : all.filter(([, type]) => has(type)).map(([method]) => method))} />
      {methods !== null && (
        <div>
          {all.map(([method, type]) => (
            <CheckField
              key={method}
              label={t(`recovery.${method}`)}
              checked={methods.includes(method)}
              disabled={!has(type) && !methods.includes(method)}
              onChange={(on) => set('forgotPasswordMethods', on ? [...methods, method] : methods.filter((one) => one !== method))}
            />
          ))}
        </div>
      )}
    </Group>
  );
}

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { fieldsOf, problemsOf, type Setup, type Sso, type Way } from './sso';

interface Fields {
  sso: Sso;
  setup: Setup;
  set: <K extends keyof Setup>(key: K, value: Setup[K]) => void;
}

const long: (keyof Setup)[] = ['metadata', 'certificate'];
const hinted: (keyof Setup)[] = ['issuer', 'scope', 'metadataUrl', 'idAttribute'];
const placeholders: Partial<Setup> = { idAttribute: 'nameID', emailAttribute: 'email', nameAttribute: 'name', scope: 'openid profile email', certificate: '-----BEGIN CERTIFICATE-----' };

/** What is to be known of a provider: the fields of its protocol. */
export function ProviderFields({ sso, setup, set }: Fields) {
  const { t } = useTranslation('enterprise');
  const wrong = problemsOf(sso, setup);
  const field = (key: Exclude<keyof Setup, 'trust' | 'offline' | 'sign' | 'way'>) => {
    const problem = wrong[key];
    const error = problem && t(`problem.${problem}`);
    const label = t(`field.${key}`);
    if (long.includes(key)) {
      return (
        <Field key={key} label={label} error={error}>
          <textarea className="mono" rows={8} spellCheck={false} value={setup[key]} placeholder={placeholders[key]} onChange={(event) => set(key, event.currentTarget.value)} />
        </Field>
      );
    }
    return (
      <TextInput
        key={key}
        classNames={{ input: 'mono' }}
        type={key === 'clientSecret' ? 'password' : undefined}
        autoComplete={key === 'clientSecret' ? 'new-password' : 'off'}
        spellCheck={false}
        label={label}
        description={hinted.includes(key) ? t(`hint.${key}`) : undefined}
        placeholder={placeholders[key]}
        value={setup[key]}
        error={error}
        onChange={(event) => set(key, event.currentTarget.value)}
      />
    );
  };
  const { all } = fieldsOf(sso, setup.way);
  return (
    <>
      {sso.providerType === 'saml' && (
        <Field label={t('field.way')}>
          <select value={setup.way} onChange={(event) => set('way', event.currentTarget.value as Way)}>
            {(['address', 'metadata', 'hand'] as const).map((way) => (
              <option key={way} value={way}>
                {t(`way.${way}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {all.map((key) => (key === 'trust' || key === 'offline' || key === 'sign' || key === 'way' ? null : field(key)))}
      {all.includes('trust') && <SwitchRow label={t('field.trust')} hint={t('hint.trust')} checked={setup.trust} onChange={(on) => set('trust', on)} />}
      {all.includes('offline') && <SwitchRow label={t('field.offline')} hint={t('hint.offline')} checked={setup.offline} onChange={(on) => set('offline', on)} />}
    </>
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { useConnectors, useStudio } from '../experience';
import { Group, NumberField, SelectField } from '../fields';
import { NoSender } from '../tabs/SignUpFields';
import { BothSteps } from './BothSteps';
import { adapted, adaptivePolicies, chosenFactors, factors, obstacle, policies, type Factor, type Mfa, type PasskeySignIn, type Policy } from './factor';

/** What is asked for beside the first step, and of whom; and passkeys in its place. */
export default function FactorsTab() {
  return (
    <>
      <Factors />
      <Prompt />
      <TrustedBrowsers />
      <Passkeys />
    </>
  );
}

function useMfa() {
  const { draft, set } = useStudio();
  const adapt = (mfa: Mfa, on: boolean) => {
    const after = adapted(mfa, on);
    set('mfa', after.mfa);
    set('adaptiveMfa', after.adaptiveMfa);
  };
  return { draft, mfa: draft.mfa, adaptive: draft.adaptiveMfa.enabled === true, adapt, change: (part: Partial<Mfa>) => set('mfa', { ...draft.mfa, ...part }) };
}

const senders = { EmailVerificationCode: 'Email', PhoneVerificationCode: 'Sms' } as const;

function Factors() {
  const { t } = useTranslation('branding');
  const { draft, mfa, adaptive, adapt, change } = useMfa();
  const connectors = useConnectors();
  const has = (type: 'Email' | 'Sms') => connectors.data?.some((one) => one.type === type) ?? true;
  const silent = mfa.factors.flatMap((factor) => (factor in senders ? [senders[factor as keyof typeof senders]] : [])).filter((type) => !has(type));
  const choose = (chosen: Factor[]) => (adaptive && !chosen.length ? adapt({ ...mfa, factors: chosen }, false) : change({ factors: chosen }));
  return (
    <Group title={t('mfa.title')} lead={t('mfa.lead')}>
      <div>
        {factors.map((factor) => (
          <FactorRow key={factor} factor={factor} on={mfa.factors.includes(factor)} obstacle={obstacle(factor, draft)} onChange={(on) => choose(chosenFactors(mfa.factors, factor, on))} />
        ))}
      </div>
      <BothSteps />
      {silent.map((type) => (
        <NoSender key={type} type={type}>
          {t(`mfa.silent.${type}`)}
        </NoSender>
      ))}
    </Group>
  );
}

function FactorRow({ factor, on, obstacle: reason, onChange }: { factor: Factor; on: boolean; obstacle: ReturnType<typeof obstacle>; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="check factor">
      <input id={id} type="checkbox" checked={on} disabled={!on && reason !== undefined} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        <label htmlFor={id}>{t(`mfa.factor.${factor}.name`)}</label>
        <span className="hint block" id={`${id}-hint`}>
          {t(!on && reason ? `mfa.${reason}` : `mfa.factor.${factor}.hint`)}
        </span>
      </span>
    </div>
  );
}

function Prompt() {
  const { t } = useTranslation('branding');
  const { mfa, adaptive, adapt, change } = useMfa();
  const usual: readonly Policy[] = adaptive ? adaptivePolicies : policies;
  const offered = usual.includes(mfa.policy) ? usual : [mfa.policy, ...usual];
  if (!mfa.factors.length) return null;
  return (
    <Group title={t('mfa.prompt')}>
      <SwitchRow label={t('mfa.adaptive')} hint={t('mfa.adaptiveHint')} checked={adaptive} onChange={(on) => adapt(mfa, on)} />
      <SelectField label={t('mfa.policy.label')} hint={t('mfa.policy.hint')} value={mfa.policy} options={offered.map((policy) => [policy, t(`mfa.policy.${policy}`)])} onChange={(policy) => change({ policy })} />
      <SelectField
        label={t('mfa.organization.label')}
        hint={t('mfa.organization.hint')}
        value={mfa.organizationRequiredMfaPolicy ?? 'NoPrompt'}
        options={(['NoPrompt', 'Mandatory'] as const).map((policy) => [policy, t(`mfa.organization.${policy}`)])}
        onChange={(organizationRequiredMfaPolicy) => change({ organizationRequiredMfaPolicy })}
      />
    </Group>
  );
}

/** Where it is not asked for again; what is unusual asks everywhere. */
function TrustedBrowsers() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { enabled = false, durationDays = 30 } = draft.trustedDevice ?? {};
  if (!draft.mfa.factors.length || draft.adaptiveMfa.enabled) return null;
  return (
    <Group title={t('trust.title')} lead={t('trust.lead')}>
      <SwitchRow label={t('trust.enabled')} hint={t('trust.enabledHint')} checked={enabled} onChange={(on) => set('trustedDevice', { ...draft.trustedDevice, enabled: on })} />
      {enabled && <NumberField label={t('trust.days')} value={durationDays} min={1} max={365} onChange={(days) => set('trustedDevice', { enabled, durationDays: days })} />}
    </Group>
  );
}

function Passkeys() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { enabled = false, showPasskeyButton = false, allowAutofill = false } = draft.passkeySignIn;
  const change = (part: PasskeySignIn) => set('passkeySignIn', { ...draft.passkeySignIn, ...part });
  return (
    <Group title={t('passkey.title')} lead={t('passkey.lead')}>
      <SwitchRow label={t('passkey.enabled')} hint={t('passkey.enabledHint')} checked={enabled} onChange={(on) => change(on ? { enabled: true, showPasskeyButton: true } : { enabled: false })} />
      {enabled && <SwitchRow label={t('passkey.button')} hint={t('passkey.buttonHint')} checked={showPasskeyButton} onChange={(on) => change({ showPasskeyButton: on })} />}
      {enabled && <SwitchRow label={t('passkey.autofill')} hint={t('passkey.autofillHint')} checked={allowAutofill} onChange={(on) => change({ allowAutofill: on })} />}
    </Group>
  );
}

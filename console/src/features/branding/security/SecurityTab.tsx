import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { useStudio } from '../experience';
import { Group, NumberField } from '../fields';
import { Captcha } from './Captcha';

/** What keeps programs and strangers out. */
export default function SecurityTab() {
  return (
    <>
      <Captcha />
      <Lockout />
      <Codes />
      <Addresses />
    </>
  );
}

const usual = { attempts: 100, minutes: 60, seconds: 600, tries: 10 };

function Lockout() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { maxAttempts = usual.attempts, lockoutDuration = usual.minutes } = draft.sentinelPolicy;
  const change = (part: object) => set('sentinelPolicy', { ...draft.sentinelPolicy, ...part });
  return (
    <Group title={t('lockout.title')} lead={t('lockout.lead')}>
      <div className="two">
        <NumberField label={t('lockout.attempts')} hint={t('lockout.attemptsHint')} value={maxAttempts} min={1} max={1000} onChange={(attempts) => change({ maxAttempts: attempts })} />
        <NumberField label={t('lockout.minutes')} value={lockoutDuration} min={1} max={1440} onChange={(minutes) => change({ lockoutDuration: minutes })} />
      </div>
    </Group>
  );
}

function Codes() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { expirationDuration = usual.seconds, maxRetryAttempts = usual.tries } = draft.verificationCodePolicy;
  const change = (part: object) => set('verificationCodePolicy', { ...draft.verificationCodePolicy, ...part });
  return (
    <Group title={t('codes.title')} lead={t('codes.lead')}>
      <div className="two">
        <NumberField label={t('codes.seconds')} value={expirationDuration} min={60} max={3600} onChange={(seconds) => change({ expirationDuration: seconds })} />
        <NumberField label={t('codes.tries')} value={maxRetryAttempts} min={1} max={100} onChange={(tries) => change({ maxRetryAttempts: tries })} />
      </div>
    </Group>
  );
}

function Addresses() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const policy = draft.emailBlocklistPolicy;
  const change = (part: object) => set('emailBlocklistPolicy', { ...policy, ...part });
  return (
    <Group title={t('addresses.title')} lead={t('addresses.lead')}>
      <SwitchRow label={t('addresses.subaddressing')} hint={t('addresses.subaddressingHint')} checked={policy.blockSubaddressing === true} onChange={(blockSubaddressing) => change({ blockSubaddressing })} />
      <Lines label={t('addresses.blocked')} hint={t('addresses.linesHint')} lines={policy.customBlocklist ?? []} onChange={(customBlocklist) => change({ customBlocklist })} />
      <Lines label={t('addresses.allowed')} hint={t('addresses.allowedHint')} lines={policy.customAllowlist ?? []} onChange={(customAllowlist) => change({ customAllowlist })} />
    </Group>
  );
}

/** An address, or @ and a domain; * stands for anything. */
const isItem = (line: string) => /^[^\s@]*@[^\s@.]+(\.[^\s@.]+)+$/.test(line);

/** One thing a line. */
function Lines({ label, hint, lines, onChange }: { label: string; hint: string; lines: string[]; onChange: (lines: string[]) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  const wrong = lines.find((line) => line.trim() && !isItem(line.trim()));
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      <textarea
        className="in mono"
        id={id}
        rows={3}
        spellCheck={false}
        value={lines.join('\n')}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
        onBlur={() => onChange(lines.map((line) => line.trim()).filter(Boolean))}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {wrong && (
        <p className="err" id={`${id}-error`}>
          {t('addresses.wrong', { line: wrong.trim() })}
        </p>
      )}
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/parts/Field';
import { FormDialog } from '@/parts/FormDialog';
import { configOf, draftOf, names, problemsOf, type CaptchaConfig, type CaptchaDraft, type Mode } from './captcha';

interface Keys {
  kept: CaptchaConfig | null;
  onSend: (config: CaptchaConfig) => Promise<unknown>;
  onClose: () => void;
}

/** The keys of the service that tells people from programs. */
export function CaptchaDialog({ kept, onSend, onClose }: Keys) {
  const { t } = useTranslation('branding');
  const [draft, setDraft] = useState(() => draftOf(kept));
  const set = (changes: Partial<CaptchaDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const wrong = problemsOf(draft, kept);
  const said = (asked: boolean, field: keyof CaptchaDraft) => {
    const problem = asked && wrong[field];
    return problem ? t(`captcha.problem.${problem}`) : undefined;
  };
  const google = draft.type === 'RecaptchaEnterprise';
  const text = (asked: boolean, field: 'siteKey' | 'projectId' | 'domain', hint?: string) => (
    <TextInput
      classNames={{ input: 'mono' }}
      label={t(`captcha.${field}`)}
      description={hint}
      maxLength={256}
      spellCheck={false}
      autoComplete="off"
      placeholder={field === 'domain' ? 'www.google.com' : undefined}
      value={draft[field]}
      error={said(asked, field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog title={t('captcha.provider')} submit={t('captcha.save')} invalid={Object.keys(wrong).length > 0} send={() => onSend(configOf(draft, kept))} onClose={onClose}>
      {(asked) => (
        <>
          <Field label={t('captcha.type')} hint={t(`captcha.typeHint.${draft.type}`)}>
            <select data-autofocus value={draft.type} onChange={(event) => set({ type: event.currentTarget.value as CaptchaDraft['type'] })}>
              {Object.entries(names).map(([type, name]) => (
                <option key={type} value={type}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          {google && text(asked, 'projectId', t('captcha.projectIdHint'))}
          {text(asked, 'siteKey')}
          <Field label={t(google ? 'captcha.apiKey' : 'captcha.secretKey')} hint={kept?.type === draft.type ? t('captcha.keep') : undefined} error={said(asked, 'secretKey')}>
            <input className="mono" type="password" autoComplete="off" maxLength={1024} value={draft.secretKey} onChange={(event) => set({ secretKey: event.currentTarget.value })} />
          </Field>
          {google && (
            <>
              <Field label={t('captcha.mode')} hint={t('captcha.modeHint')}>
                <select value={draft.mode} onChange={(event) => set({ mode: event.currentTarget.value as Mode })}>
                  {(['invisible', 'checkbox'] as const).map((mode) => (
                    <option key={mode} value={mode}>
                      {t(`captcha.modes.${mode}`)}
                    </option>
                  ))}
                </select>
              </Field>
              {text(asked, 'domain', t('captcha.domainHint'))}
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

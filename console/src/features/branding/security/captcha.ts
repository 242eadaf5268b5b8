/** A provider's keys, as the API keeps them. */
export type CaptchaConfig =
  | { type: 'Turnstile'; siteKey: string; secretKey: string }
  | { type: 'RecaptchaEnterprise'; siteKey: string; secretKey: string; projectId: string; domain?: string; mode?: Mode };

export type Mode = 'invisible' | 'checkbox';

/** The providers there are, by their names. */
export const names = { Turnstile: 'Cloudflare Turnstile', RecaptchaEnterprise: 'reCAPTCHA Enterprise' } as const;

/** A provider as it is being entered. */
export interface CaptchaDraft {
  type: CaptchaConfig['type'];
  siteKey: string;
  /** Empty where the one that is kept stays. */
  secretKey: string;
  projectId: string;
  mode: Mode;
  domain: string;
}

export const draftOf = (kept: CaptchaConfig | null): CaptchaDraft => ({
  type: kept?.type ?? 'Turnstile',
  siteKey: kept?.siteKey ?? '',
  secretKey: '',
  projectId: '',
  mode: 'invisible',
  domain: '',
  ...(kept?.type === 'RecaptchaEnterprise' && { projectId: kept.projectId, mode: kept.mode ?? 'invisible', domain: kept.domain ?? '' }),
});

const host = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** What has to be mended, by field; a secret counts for the provider that it was entered for. */
export function problemsOf(draft: CaptchaDraft, kept: CaptchaConfig | null): Partial<Record<keyof CaptchaDraft, 'required' | 'host'>> {
  const google = draft.type === 'RecaptchaEnterprise';
  return {
    ...(!draft.siteKey.trim() && { siteKey: 'required' as const }),
    ...(!draft.secretKey.trim() && kept?.type !== draft.type && { secretKey: 'required' as const }),
    ...(google && !draft.projectId.trim() && { projectId: 'required' as const }),
    ...(google && draft.domain.trim() && !host.test(draft.domain.trim()) && { domain: 'host' as const }),
  };
}

/** What is sent. */
export function configOf(draft: CaptchaDraft, kept: CaptchaConfig | null): CaptchaConfig {
  const keys = { siteKey: draft.siteKey.trim(), secretKey: draft.secretKey.trim() || (kept?.secretKey ?? '') };
  if (draft.type === 'Turnstile') return { type: 'Turnstile', ...keys };
  const domain = draft.domain.trim();
  return { type: 'RecaptchaEnterprise', ...keys, projectId: draft.projectId.trim(), mode: draft.mode, ...(domain && { domain }) };
}

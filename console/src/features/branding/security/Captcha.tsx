import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { ApiError } from '@/app/api/error';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Fact, Facts, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { useStudio } from '../experience';
import { Group } from '../fields';
import { names, type CaptchaConfig } from './captcha';
import { CaptchaDialog } from './CaptchaDialog';

/** Whether programs are kept out, and by whose service. */
export function Captcha() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { provider, keep, remove } = useProvider();
  const [dialog, setDialog] = useState<'keys' | 'removal'>();
  const close = () => setDialog(undefined);
  const kept = provider.data;
  return (
    <Group title={t('captcha.title')} lead={t('captcha.lead')} action={kept === null && <Button onClick={() => setDialog('keys')}>{t('captcha.setUp')}</Button>}>
      {provider.isError && <ErrorPanel error={provider.error} onRetry={() => void provider.refetch()} />}
      {kept === null && <p className="sub">{t('captcha.none')}</p>}
      {kept && (
        <>
          <SwitchRow label={t('captcha.enabled')} hint={t('captcha.enabledHint')} checked={draft.captchaPolicy.enabled === true} onChange={(enabled) => set('captchaPolicy', { enabled })} />
          <Provider config={kept} />
          <div className="row">
            <Button onClick={() => setDialog('keys')}>{t('captcha.change')}</Button>
            <Button variant="subtle" color="red" onClick={() => setDialog('removal')}>
              {t('captcha.remove')}
            </Button>
          </div>
        </>
      )}
      {dialog === 'keys' && kept !== undefined && (
        <CaptchaDialog
          kept={kept}
          onClose={close}
          onSend={async (config) => {
            await keep(config);
            close();
          }}
        />
      )}
      {dialog === 'removal' && kept && (
        <ConfirmDialog title={t('captcha.removeTitle', { name: names[kept.type] })} confirm={t('captcha.remove')} onConfirm={remove} onClose={close}>
          {t('captcha.removeBody')}
        </ConfirmDialog>
      )}
    </Group>
  );
}

function Provider({ config }: { config: CaptchaConfig }) {
  const { t } = useTranslation('branding');
  return (
    <Facts>
      <Fact label={t('captcha.type')}>{names[config.type]}</Fact>
      <Fact label={t('captcha.siteKey')}>
        <code>{config.siteKey}</code>
      </Fact>
      {config.type === 'RecaptchaEnterprise' && (
        <>
          <Fact label={t('captcha.projectId')}>
            <code>{config.projectId}</code>
          </Fact>
          <Fact label={t('captcha.mode')}>{t(`captcha.modes.${config.mode ?? 'invisible'}`)}</Fact>
          {config.domain && (
            <Fact label={t('captcha.domain')}>
              <code>{config.domain}</code>
            </Fact>
          )}
        </>
      )}
    </Facts>
  );
}

/** The provider, `null` where there is none, and what changes it. */
function useProvider() {
  const { t } = useTranslation('branding');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const queryKey = [id, 'captcha-provider'];
  const provider = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<CaptchaConfig | null> => {
      try {
        return (await body(api.GET('/api/captcha-provider', { signal }))).config as CaptchaConfig;
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 404) return null;
        throw cause;
      }
    },
  });
  const keep = async (config: CaptchaConfig) => {
    const kept = await body(api.PUT('/api/captcha-provider', { body: { config } as never }));
    queries.setQueryData(queryKey, kept.config);
    toast(t('captcha.kept'));
  };
  const remove = async () => {
    await api.DELETE('/api/captcha-provider');
    queries.setQueryData(queryKey, null);
    await queries.invalidateQueries({ queryKey: [id, 'sign-in-exp'], exact: true });
  };
  return { provider, keep, remove };
}

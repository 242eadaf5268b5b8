import { Button } from '@mantine/core';
import IconSend from '@tabler/icons-react/icons/IconSend';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { ApiError } from '@/app/api/error';
import { useApi } from '@/app/tenant';
import { Section, Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Hook, HookEvent } from './hook';

interface Tried {
  hookId: string;
  events: HookEvent[];
  config: Hook['config'];
  /** Whether there is something to send, and somewhere to. */
  ready: boolean;
}

/** What a receiver said to an example. */
interface Refusal {
  responseStatus: number;
  responseBody: string;
}

const refusalIn = (error: unknown) => (error instanceof ApiError && error.code === 'hook.endpoint_responded_with_error' ? (error.data as Refusal) : undefined);

/** Sends an example of each event as the page stands, saved or not. */
export function Trial({ hookId, events, config, ready }: Tried) {
  const { t } = useTranslation('hook');
  const api = useApi();
  const trial = useMutation({ mutationFn: () => body(api.POST('/api/hooks/{id}/test', { params: { path: { id: hookId } }, body: { events, config } })) });
  const refusal = refusalIn(trial.error);
  return (
    <Section title={t('trial.title')} lead={t('trial.lead')}>
      <p>
        <Button size="xs" leftSection={<IconSend size={16} stroke={1.75} aria-hidden />} loading={trial.isPending} disabled={!ready} onClick={() => trial.mutate()}>
          {t('trial.send', { count: events.length })}
        </Button>
      </p>
      <div aria-live="polite" className="stack">
        {trial.isSuccess && <Status kind="ok">{t('trial.taken')}</Status>}
        {refusal && (
          <>
            <Status kind="bad">{t('trial.refused', { status: refusal.responseStatus })}</Status>
            {refusal.responseBody && (
              <div className="code">
                <pre>
                  <span className="l">{refusal.responseBody}</span>
                </pre>
              </div>
            )}
          </>
        )}
        {trial.isError && !refusal && <ErrorPanel error={trial.error} title={t('trial.failed')} />}
      </div>
    </Section>
  );
}

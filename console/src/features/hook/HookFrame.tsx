import IconWebhook from '@tabler/icons-react/icons/IconWebhook';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { DetailsPage, Status } from '@/parts/DetailsPage';
import { Pending } from '@/parts/Pending';
import type { Hook } from './hook';

/** Reads the webhook that the address names. */
export function HookFrame({ children }: { children: (hook: Hook) => ReactNode }) {
  const { t } = useTranslation('hook');
  const { hookId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({ queryKey: [id, 'hook', hookId], queryFn: ({ signal }) => body(api.GET('/api/hooks/{id}', { params: { path: { id: hookId } }, signal })) });
  if (found.data) return children(found.data);
  return <Pending back={{ to: 'webhooks', label: t('title') }} query={found} />;
}

/** What stands above both tabs. */
export function HookHead({ hook, foot, children }: { hook: Hook; foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('hook');
  const here = `webhooks/${hook.id}`;
  return (
    <DetailsPage
      back={{ to: 'webhooks', label: t('title') }}
      title={hook.name || hook.id}
      emblem={
        <span className="logo l">
          <IconWebhook size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        <>
          <Status kind={hook.enabled ? 'ok' : 'idle'}>{t(hook.enabled ? 'on' : 'off')}</Status>
          <CopyId value={hook.id} what="ID" />
        </>
      }
      tabs={[
        { to: here, label: t('tabs.settings') },
        { to: `${here}/deliveries`, label: t('tabs.deliveries') },
      ]}
      foot={foot}
    >
      {children}
    </DetailsPage>
  );
}

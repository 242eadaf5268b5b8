import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { SecretField } from '@/parts/Copy';
import { Fact, Facts, Section } from '@/parts/DetailsPage';
import { toast } from '@/parts/Toasts';
import type { Hook } from './hook';

/** The key by which a receiver knows that it is us. */
export function SigningKey({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hook');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('key.title')} lead={t('key.lead')}>
      <Facts>
        <Fact label={t('key.key')}>
          <SecretField key={hook.signingKey} value={hook.signingKey} what={t('key.key')} />
        </Fact>
        <Fact label={t('key.header')}>
          <code>logto-signature-sha-256</code>
        </Fact>
      </Facts>
      <p>
        <Button size="xs" onClick={() => setAsking(true)}>
          {t('key.replace')}
        </Button>
      </p>
      {asking && (
        <ConfirmDialog
          title={t('key.question')}
          confirm={t('key.confirm')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            const { signingKey } = await body(api.PATCH('/api/hooks/{id}/signing-key', { params: { path: { id: hook.id } } }));
            queries.setQueryData([id, 'hook', hook.id], (before: Hook | undefined) => before && { ...before, signingKey });
            toast(t('key.replaced'));
          }}
        >
          {t('key.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

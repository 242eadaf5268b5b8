import { Button, TextInput } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi, useTenant } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Application } from '../application/application';

interface Addresses {
  redirectUri: string;
  signOutUri: string;
}

interface Save extends Addresses {
  application: Application;
  onType: (typed: Partial<Addresses>) => void;
}

const withOne = (known: string[], one: string) => (one && !known.includes(one) ? [...known, one] : known);

/** Saves the addresses of a guide into the application, both by one click. */
export function SaveAddresses({ application, redirectUri, signOutUri, onType }: Save) {
  const { t } = useTranslation('guide');
  const api = useApi();
  const { id: tenantId } = useTenant();
  const queries = useQueryClient();
  const metadata = application.oidcClientMetadata;
  const save = useMutation({
    mutationFn: () =>
      body(
        api.PATCH('/api/applications/{id}', {
          params: { path: { id: application.id } },
          body: {
            oidcClientMetadata: {
              ...metadata,
              redirectUris: withOne(metadata.redirectUris, redirectUri.trim()),
              postLogoutRedirectUris: withOne(metadata.postLogoutRedirectUris, signOutUri.trim()),
            },
          },
        }),
      ),
    onSuccess: (changed) => queries.setQueryData([tenantId, 'applications', application.id], changed),
  });
  const saved = metadata.redirectUris.includes(redirectUri.trim()) && (!signOutUri || metadata.postLogoutRedirectUris.includes(signOutUri.trim()));
  return (
    <form
      className="saves"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput classNames={{ input: 'mono' }} label={t('redirectUri')} value={redirectUri} onChange={(event) => onType({ redirectUri: event.currentTarget.value, signOutUri })} required />
      <TextInput classNames={{ input: 'mono' }} label={t('signOutUri')} description={t('signOutHint')} value={signOutUri} onChange={(event) => onType({ redirectUri, signOutUri: event.currentTarget.value })} />
      {save.isError && <ErrorPanel error={save.error} title={t('frame:save.failed')} />}
      <div className="row">
        <Button type="submit" variant={saved ? 'default' : 'filled'} loading={save.isPending} disabled={saved}>
          {t('frame:act.save')}
        </Button>
        {saved && (
          <span className="done-now" role="status">
            <IconCircleCheck size={16} stroke={1.75} aria-hidden />
            {t('saved')}
          </span>
        )}
      </div>
    </form>
  );
}

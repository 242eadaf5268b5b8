import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Resource } from './resource';

/** Adds an API; its identifier never changes afterwards. */
export default function ResourceCreate() {
  const { t } = useTranslation('resource');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [indicator, setIndicator] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = indicator && !URL.canParse(indicator) ? t('wrongIndicator') : undefined;
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/resources', { body: { name: name.trim(), indicator: indicator.trim() } as never })) as unknown as Promise<Resource>,
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'resources'] });
      go(`api-resources/${made.id}`);
    },
  });
  return (
    <Dialog onClose={() => go('api-resources')} title={t('create')} closeButtonProps={{ 'aria-label': t('frame:act.close') }}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && indicator.trim() && !wrong) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} value={name} maxLength={256} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label={t('indicator')}
          description={t('indicatorHint')}
          type="url"
          className="mono"
          placeholder="https://api.example.com"
          value={indicator}
          error={asked && (wrong ?? (!indicator.trim() && t('wrongIndicator')))}
          onChange={(event) => setIndicator(event.currentTarget.value)}
        />
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('api-resources')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { EventChoice } from './EventChoice';
import { problemsOf, type HookEvent } from './hook';

/** Adds somebody who is told. */
export default function HookCreate() {
  const { t } = useTranslation('hook');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<HookEvent[]>([]);
  const [asked, setAsked] = useState(false);
  const wrong = problemsOf({ name, url, headers: '', events });
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/hooks', { body: { name: name.trim(), events, config: { url: url.trim() } } })),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'hooks'] });
      go(`webhooks/${made.id}`);
    },
  });
  const said = (problem: 'nameMissing' | 'noAddress' | 'eventsMissing' | undefined) => (asked && problem ? t(`problem.${problem}`) : undefined);
  return (
    <Dialog onClose={() => go('webhooks')} title={t('create')} size={720}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!Object.values(wrong).some(Boolean)) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} maxLength={256} value={name} error={said(wrong.name)} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput type="url" classNames={{ input: 'mono' }} label={t('address')} description={t('addressHint')} maxLength={4096} placeholder="https://shop.example/hooks/gatehouse" value={url} error={said(wrong.url)} onChange={(event) => setUrl(event.currentTarget.value)} />
        <EventChoice chosen={events} error={said(wrong.events)} onChange={setEvents} />
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('webhooks')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

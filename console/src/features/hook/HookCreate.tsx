import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { EventChoice } from './EventChoice';
import { problemsOf, type HookEvent } from './hook';

/** Adds somebody who is told. */
export default function HookCreate() {
  const { t } = useTranslation('hook');
  const api = useApi();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<HookEvent[]>([]);
  const wrong = problemsOf({ name, url, headers: '', events });
  const said = (problem: 'nameMissing' | 'noAddress' | 'eventsMissing' | undefined) => problem && t(`problem.${problem}`);
  return (
    <CreateDialog
      title={t('create')}
      size={720}
      list="webhooks"
      lists={['hooks']}
      invalid={Object.values(wrong).some(Boolean)}
      make={() => body(api.POST('/api/hooks', { body: { name: name.trim(), events, config: { url: url.trim() } } }))}
    >
      {(asked) => (
        <>
          <TextInput data-autofocus label={t('name')} maxLength={256} value={name} error={asked && said(wrong.name)} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput type="url" classNames={{ input: 'mono' }} label={t('address')} description={t('addressHint')} maxLength={4096} placeholder="https://shop.example/hooks/gatehouse" value={url} error={asked && said(wrong.url)} onChange={(event) => setUrl(event.currentTarget.value)} />
          <EventChoice chosen={events} error={asked ? said(wrong.events) : undefined} onChange={setEvents} />
        </>
      )}
    </CreateDialog>
  );
}

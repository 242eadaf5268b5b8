import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import type { Resource } from './resource';

/** Adds an API; its identifier never changes afterwards. */
export default function ResourceCreate() {
  const { t } = useTranslation('resource');
  const api = useApi();
  const [name, setName] = useState('');
  const [indicator, setIndicator] = useState('');
  const wrong = !URL.canParse(indicator.trim());
  return (
    <CreateDialog
      title={t('create')}
      list="api-resources"
      lists={['resources']}
      invalid={!name.trim() || wrong}
      make={() => body(api.POST('/api/resources', { body: { name: name.trim(), indicator: indicator.trim() } as never })) as unknown as Promise<Resource>}
    >
      {(asked) => (
        <>
          <TextInput data-autofocus label={t('name')} value={name} maxLength={256} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('indicator')} description={t('indicatorHint')} type="url" className="mono" placeholder="https://api.example.com" value={indicator} error={asked && wrong && t('wrongIndicator')} onChange={(event) => setIndicator(event.currentTarget.value)} />
        </>
      )}
    </CreateDialog>
  );
}

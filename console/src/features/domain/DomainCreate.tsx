import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { isDomain } from './domain';

/** Adds a domain; its page says how it is proved. */
export default function DomainCreate() {
  const { t } = useTranslation('domain');
  const api = useApi();
  const [typed, setTyped] = useState('');
  const domain = typed.trim().toLowerCase();
  return (
    <CreateDialog title={t('add')} list="tenant-settings/domains" lists={['domains']} invalid={!isDomain(domain)} make={() => body(api.POST('/api/domains', { body: { domain } }))}>
      {(asked) => (
        <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('domain')} description={t('domainHint')} maxLength={128} spellCheck={false} autoCapitalize="off" placeholder="login.harbour.example" value={typed} error={asked && !isDomain(domain) && t('noDomain')} onChange={(event) => setTyped(event.currentTarget.value)} />
      )}
    </CreateDialog>
  );
}

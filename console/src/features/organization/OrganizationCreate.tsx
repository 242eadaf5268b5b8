import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';

/** Adds an organization. */
export default function OrganizationCreate() {
  const { t } = useTranslation('organization');
  const api = useApi();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  return (
    <CreateDialog
      title={t('create')}
      list="organizations"
      lists={['organizations']}
      invalid={!name.trim()}
      make={() => body(api.POST('/api/organizations', { body: { name: name.trim(), description: description.trim() || null } }))}
      to={(made) => `organizations/${made.id}/members`}
    >
      {(asked) => (
        <>
          <TextInput data-autofocus label={t('name')} maxLength={128} value={name} error={asked && !name.trim() && t('problem.nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        </>
      )}
    </CreateDialog>
  );
}

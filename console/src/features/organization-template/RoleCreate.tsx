import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { Field } from '@/parts/Field';
import type { OrganizationRole } from './template';

/** Adds a role to the template. */
export default function RoleCreate() {
  const { t } = useTranslation('organization-template');
  const api = useApi();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [type, setType] = useState<OrganizationRole['type']>('User');
  return (
    <CreateDialog
      title={t('createRole')}
      list="organization-template"
      lists={['organization-roles']}
      invalid={!name.trim()}
      make={() => body(api.POST('/api/organization-roles', { body: { name: name.trim(), description: description.trim() || null, type } }))}
      to={(made) => `organization-template/roles/${made.id}`}
    >
      {(asked) => (
        <>
          <TextInput data-autofocus label={t('name')} maxLength={128} value={name} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
          <Field label={t('type')} hint={t('typeHint')}>
            <select value={type} onChange={(event) => setType(event.currentTarget.value as OrganizationRole['type'])}>
              <option value="User">{t('forPeople')}</option>
              <option value="MachineToMachine">{t('forMachines')}</option>
            </select>
          </Field>
        </>
      )}
    </CreateDialog>
  );
}

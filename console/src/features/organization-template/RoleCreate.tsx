import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import type { OrganizationRole } from './template';

/** Adds a role to the template. */
export default function RoleCreate() {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [type, setType] = useState<OrganizationRole['type']>('User');
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/organization-roles', { body: { name: name.trim(), description: description.trim() || null, type } })),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'organization-roles'] });
      go(`organization-template/roles/${made.id}`);
    },
  });
  return (
    <Dialog onClose={() => go('organization-template')} title={t('createRole')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim()) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} maxLength={128} value={name} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        <Field label={t('type')} hint={t('typeHint')}>
          <select value={type} onChange={(event) => setType(event.currentTarget.value as OrganizationRole['type'])}>
            <option value="User">{t('forPeople')}</option>
            <option value="MachineToMachine">{t('forMachines')}</option>
          </select>
        </Field>
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('organization-template')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('createRole')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

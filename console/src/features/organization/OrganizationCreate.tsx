import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** Adds an organization. */
export default function OrganizationCreate() {
  const { t } = useTranslation('organization');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/organizations', { body: { name: name.trim(), description: description.trim() || null } })),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'organizations'] });
      go(`organizations/${made.id}/members`);
    },
  });
  return (
    <Dialog onClose={() => go('organizations')} title={t('create')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim()) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} maxLength={128} value={name} error={asked && !name.trim() && t('problem.nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('organizations')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { toast } from '@/parts/Toasts';
import type { OrganizationScope } from './template';

/** Adds a permission to the template, or changes one. */
export function ScopeForm({ scope, onClose }: { scope: Partial<OrganizationScope>; onClose: () => void }) {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const [name, setName] = useState(scope.name ?? '');
  const [description, setDescription] = useState(scope.description ?? '');
  const wrong = /\s/.test(name.trim()) && t('noSpaces');
  const save = async () => {
    const input = { name: name.trim(), description: description.trim() || null };
    if (scope.id) await body(api.PATCH('/api/organization-scopes/{id}', { params: { path: { id: scope.id } }, body: input }));
    else await body(api.POST('/api/organization-scopes', { body: input }));
    await queries.invalidateQueries({ queryKey: [id, 'organization-scopes'] });
    toast(t('frame:act.saved'));
    onClose();
  };
  return (
    <FormDialog title={t(scope.id ? 'changePermission' : 'createPermission')} submit={scope.id && t('frame:act.save')} invalid={!name.trim() || Boolean(wrong)} send={save} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('name')} description={t('permissionHint')} maxLength={128} spellCheck={false} placeholder="read:reports" value={name} error={wrong || (asked && !name.trim() && t('nameMissing'))} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        </>
      )}
    </FormDialog>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { toast } from '@/parts/Toasts';
import type { Resource, Scope } from './resource';

/** Adds a permission, or changes one. */
export function ScopeForm({ resource, scope, onDone, onClose }: { resource: Resource; scope: Scope | undefined; onDone: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation('resource');
  const api = useApi();
  const [name, setName] = useState(scope?.name ?? '');
  const [description, setDescription] = useState(scope?.description ?? '');
  const wrong = !name.trim() || /\s/.test(name.trim());
  const save = async () => {
    const given = { name: name.trim(), description: description.trim() || null } as never;
    if (scope) await body(api.PATCH('/api/resources/{resourceId}/scopes/{scopeId}', { params: { path: { resourceId: resource.id, scopeId: scope.id } }, body: given }));
    else await body(api.POST('/api/resources/{resourceId}/scopes', { params: { path: { resourceId: resource.id } }, body: given }));
    await onDone();
    toast(t('frame:act.saved'));
    onClose();
  };
  return (
    <FormDialog title={t(scope ? 'editPermission' : 'addPermission')} submit={t('frame:act.save')} invalid={wrong} send={save} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus className="mono" label={t('permission')} placeholder="read:books" maxLength={256} value={name} error={asked && wrong && t('wrongPermission')} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('about')} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        </>
      )}
    </FormDialog>
  );
}

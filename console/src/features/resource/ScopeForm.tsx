import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import type { Resource, Scope } from './resource';

/** Adds a permission, or changes one. */
export function ScopeForm({ resource, scope, onDone, onClose }: { resource: Resource; scope: Scope | undefined; onDone: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation('resource');
  const api = useApi();
  const [name, setName] = useState(scope?.name ?? '');
  const [description, setDescription] = useState(scope?.description ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = !name.trim() || /\s/.test(name.trim());
  const save = useMutation({
    mutationFn: () => {
      const given = { name: name.trim(), description: description.trim() || null } as never;
      return scope
        ? body(api.PATCH('/api/resources/{resourceId}/scopes/{scopeId}', { params: { path: { resourceId: resource.id, scopeId: scope.id } }, body: given }))
        : body(api.POST('/api/resources/{resourceId}/scopes', { params: { path: { resourceId: resource.id } }, body: given }));
    },
    onSuccess: async () => {
      await onDone();
      toast(t('frame:act.saved'));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(scope ? 'editPermission' : 'addPermission')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!wrong) save.mutate();
        }}
      >
        <TextInput data-autofocus className="mono" label={t('permission')} placeholder="read:books" maxLength={256} value={name} error={asked && wrong && t('wrongPermission')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('about')} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        {save.isError && <ErrorPanel error={save.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('frame:act.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

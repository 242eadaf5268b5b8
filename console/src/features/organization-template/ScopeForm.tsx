import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import type { OrganizationScope } from './template';

/** Adds a permission to the template, or changes one. */
export function ScopeForm({ scope, onClose }: { scope: Partial<OrganizationScope>; onClose: () => void }) {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const [name, setName] = useState(scope.name ?? '');
  const [description, setDescription] = useState(scope.description ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = /\s/.test(name.trim()) ? t('noSpaces') : name.trim() ? undefined : asked && t('nameMissing');
  const save = useMutation({
    mutationFn: async () => {
      const input = { name: name.trim(), description: description.trim() || null };
      if (scope.id) await body(api.PATCH('/api/organization-scopes/{id}', { params: { path: { id: scope.id } }, body: input }));
      else await body(api.POST('/api/organization-scopes', { body: input }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [id, 'organization-scopes'] });
      toast(t('frame:act.saved'));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(scope.id ? 'changePermission' : 'createPermission')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && !wrong) save.mutate();
        }}
      >
        <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('name')} description={t('permissionHint')} maxLength={128} spellCheck={false} placeholder="read:reports" value={name} error={wrong} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('description')} maxLength={256} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        {save.isError && <ErrorPanel error={save.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(scope.id ? 'frame:act.save' : 'createPermission')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

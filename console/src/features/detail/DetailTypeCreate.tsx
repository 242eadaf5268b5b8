import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** Adds a type of authorization details; its fields are written on its page. */
export default function DetailTypeCreate() {
  const { t } = useTranslation('detail');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [displayName, setDisplayName] = useState('');
  const [type, setType] = useState('');
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/authorization-detail-types', { body: { displayName: displayName.trim(), type: type.trim(), fields: [] } })),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'detail-types'] });
      go(`authorization-details/${made.id}`);
    },
  });
  return (
    <Dialog onClose={() => go('authorization-details')} title={t('create')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (displayName.trim() && type.trim()) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} description={t('nameHint')} maxLength={256} value={displayName} error={asked && !displayName.trim() && t('nameMissing')} onChange={(event) => setDisplayName(event.currentTarget.value)} />
        <TextInput classNames={{ input: 'mono' }} label={t('type')} description={t('typeHint')} maxLength={256} spellCheck={false} value={type} error={asked && !type.trim() && t('typeMissing')} onChange={(event) => setType(event.currentTarget.value)} />
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('authorization-details')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

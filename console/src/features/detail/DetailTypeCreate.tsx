import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';

/** Adds a type of authorization details; its fields are written on its page. */
export default function DetailTypeCreate() {
  const { t } = useTranslation('detail');
  const api = useApi();
  const [displayName, setDisplayName] = useState('');
  const [type, setType] = useState('');
  return (
    <CreateDialog
      title={t('create')}
      list="authorization-details"
      lists={['detail-types']}
      invalid={!displayName.trim() || !type.trim()}
      make={() => body(api.POST('/api/authorization-detail-types', { body: { displayName: displayName.trim(), type: type.trim(), fields: [] } }))}
    >
      {(asked) => (
        <>
          <TextInput data-autofocus label={t('name')} description={t('nameHint')} maxLength={256} value={displayName} error={asked && !displayName.trim() && t('nameMissing')} onChange={(event) => setDisplayName(event.currentTarget.value)} />
          <TextInput classNames={{ input: 'mono' }} label={t('type')} description={t('typeHint')} maxLength={256} spellCheck={false} value={type} error={asked && !type.trim() && t('typeMissing')} onChange={(event) => setType(event.currentTarget.value)} />
        </>
      )}
    </CreateDialog>
  );
}

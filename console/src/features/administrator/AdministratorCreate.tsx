import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { ShownOnce } from '@/parts/ShownOnce';
import { nameOf, newPassword } from '../user/user';
import { add, isUsername, listKey, type Administrator } from './administrator';

/** Adds an administrator with a first password that is shown once. */
export default function AdministratorCreate() {
  const { t } = useTranslation('administrator');
  const go = useGo();
  const queries = useQueryClient();
  const [username, setUsername] = useState('');
  const [made, setMade] = useState<{ one: Administrator; password: string }>();
  const close = () => go('tenant-settings/administrators');
  const create = async () => {
    const password = newPassword();
    setMade({ one: await add(username, password), password });
    void queries.invalidateQueries({ queryKey: listKey });
  };
  if (made) {
    return (
      <ShownOnce title={t('addedTitle', { name: nameOf(made.one) })} what={t('password')} value={made.password} warning={t('onceWarning')} onClose={close}>
        {t('addedLead')}
      </ShownOnce>
    );
  }
  return (
    <FormDialog title={t('add')} invalid={!isUsername(username)} send={create} onClose={close}>
      {(asked) => (
        <>
          <p className="sub">{t('addLead')}</p>
          <TextInput
            data-autofocus
            label={t('username')}
            value={username}
            maxLength={128}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            error={(asked || username !== '') && !isUsername(username) && t('wrongUsername')}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}

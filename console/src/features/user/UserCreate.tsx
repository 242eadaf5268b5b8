import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { ShownOnce } from '@/parts/ShownOnce';
import { problems } from './fields';
import { nameOf, newPassword, type User } from './user';

const empty = { username: '', primaryEmail: '', primaryPhone: '', name: '' };

/** Adds a person with a password that is shown once. */
export default function UserCreate() {
  const { t } = useTranslation('user');
  const go = useGo();
  const [made, setMade] = useState<{ user: User; password: string }>();
  if (made) {
    return (
      <ShownOnce
        title={t('createdTitle', { name: nameOf(made.user) })}
        what={t('password')}
        value={made.password}
        warning={t('onceWarning')}
        onClose={() => go(`users/${made.user.id}`)}
      >
        {t('createdLead')}
      </ShownOnce>
    );
  }
  return <Form onMade={(user, password) => (password ? setMade({ user, password }) : go(`users/${user.id}`))} onClose={() => go('users')} />;
}

function Form({ onMade, onClose }: { onMade: (user: User, password: string | undefined) => void; onClose: () => void }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const [withPassword, setWithPassword] = useState(true);
  const wrong = problems(fields, t);
  const nobody = !fields.username && !fields.primaryEmail && !fields.primaryPhone;
  const create = async () => {
    const password = withPassword ? newPassword() : undefined;
    const given = Object.fromEntries(Object.entries({ ...fields, primaryPhone: fields.primaryPhone.replace(/\D/g, '') }).filter(([, value]) => value));
    const user = (await body(api.POST('/api/users', { body: { ...given, ...(password && { password }) } as never }))) as unknown as User;
    void queries.invalidateQueries({ queryKey: [id, 'users'] });
    onMade(user, password);
  };
  const field = (name: keyof typeof empty, asked: boolean, type = 'text') => ({
    label: t(name),
    type,
    value: fields[name],
    error: asked || fields[name] ? wrong[name] : undefined,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => setFields((before) => ({ ...before, [name]: value })),
  });
  return (
    <FormDialog title={t('create')} invalid={nobody || Object.keys(wrong).length > 0} send={create} onClose={onClose}>
      {(asked) => (
        <>
          <p className="sub">{t('createLead')}</p>
          <TextInput data-autofocus {...field('username', asked)} />
          <TextInput {...field('primaryEmail', asked, 'email')} />
          <TextInput {...field('primaryPhone', asked, 'tel')} />
          <TextInput {...field('name', asked)} />
          <label className="check">
            <input type="checkbox" checked={withPassword} onChange={(event) => setWithPassword(event.currentTarget.checked)} />
            {t('withPassword')}
          </label>
          {asked && nobody && (
            <p className="err" role="alert">
              {t('oneIdentifier')}
            </p>
          )}
        </>
      )}
    </FormDialog>
  );
}

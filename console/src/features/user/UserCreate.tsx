import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
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
  const [asked, setAsked] = useState(false);
  const wrong = problems(fields, t);
  const nobody = !fields.username && !fields.primaryEmail && !fields.primaryPhone;
  const create = useMutation({
    mutationFn: async () => {
      const password = withPassword ? newPassword() : undefined;
      const given = Object.fromEntries(Object.entries({ ...fields, primaryPhone: fields.primaryPhone.replace(/\D/g, '') }).filter(([, value]) => value));
      const user = (await body(api.POST('/api/users', { body: { ...given, ...(password && { password }) } as never }))) as unknown as User;
      return { user, password };
    },
    onSuccess: ({ user, password }) => {
      void queries.invalidateQueries({ queryKey: [id, 'users'] });
      onMade(user, password);
    },
  });
  const field = (name: keyof typeof empty, type = 'text') => ({
    label: t(name),
    type,
    value: fields[name],
    error: asked || fields[name] ? wrong[name] : undefined,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => setFields((before) => ({ ...before, [name]: value })),
  });
  return (
    <Dialog onClose={onClose} title={t('create')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!nobody && !Object.keys(wrong).length) create.mutate();
        }}
      >
        <p className="sub">{t('createLead')}</p>
        <TextInput data-autofocus {...field('username')} />
        <TextInput {...field('primaryEmail', 'email')} />
        <TextInput {...field('primaryPhone', 'tel')} />
        <TextInput {...field('name')} />
        <label className="check">
          <input type="checkbox" checked={withPassword} onChange={(event) => setWithPassword(event.currentTarget.checked)} />
          {t('withPassword')}
        </label>
        {asked && nobody && (
          <p className="err" role="alert">
            {t('oneIdentifier')}
          </p>
        )}
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

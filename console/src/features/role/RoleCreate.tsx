import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { findScopes, type Role, type RoleScope } from './role';

const labelOf = ({ name, resource }: RoleScope) => (
  <span>
    <code>{name}</code> <span className="sub">{resource.name}</span>
  </span>
);

/** Adds a role with its first scopes. */
export default function RoleCreate() {
  const { t } = useTranslation('role');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [type, setType] = useState<Role['type']>('User');
  const [scopeIds, setScopeIds] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const scopes = useQuery({
    queryKey: [id, 'pick', 'scopes', 'new', type],
    queryFn: ({ signal }) => findScopes(api, type, new Set(), '', signal),
  });
  const create = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/roles', { body: { name: name.trim(), description: description.trim(), type, ...(scopeIds.length && { scopeIds }) } as never }),
      ) as unknown as Promise<Role>,
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'roles'] });
      go(`roles/${made.id}`);
    },
  });
  const toggle = (scope: string) => setScopeIds((before) => (before.includes(scope) ? before.filter((other) => other !== scope) : [...before, scope]));
  return (
    <Dialog onClose={() => go('roles')} title={t('create')} closeButtonProps={{ 'aria-label': t('frame:act.close') }}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && description.trim()) create.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} maxLength={128} value={name} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('about')} maxLength={128} value={description} error={asked && !description.trim() && t('aboutMissing')} onChange={(event) => setDescription(event.currentTarget.value)} />
        <fieldset className="f">
          <legend className="lab">{t('type')}</legend>
          {(['User', 'MachineToMachine'] as const).map((value) => (
            <label key={value} className="check">
              <input
                type="radio"
                name="type"
                checked={type === value}
                onChange={() => {
                  setType(value);
                  setScopeIds([]);
                }}
              />
              <span>
                {t(value === 'User' ? 'forPeople' : 'forMachines')} <span className="hint">{t(value === 'User' ? 'forPeopleHint' : 'forMachinesHint')}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="f">
          <legend className="lab">{t('permissions')}</legend>
          {scopes.data && !scopes.data.total && <p className="hint">{t('noScopesYet')}</p>}
          <ul className="picks">
            {scopes.data?.rows.map((scope) => (
              <li key={scope.id}>
                <label className="check">
                  <input type="checkbox" checked={scopeIds.includes(scope.id)} onChange={() => toggle(scope.id)} />
                  {labelOf(scope)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {create.isError && <ErrorPanel error={create.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('roles')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

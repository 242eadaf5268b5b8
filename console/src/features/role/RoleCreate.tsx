import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { Loading } from '@/parts/Loading';
import { PickLine } from '@/parts/PickDialog';
import { findScopes, type Role } from './role';

/** Adds a role with its first scopes. */
export default function RoleCreate() {
  const { t } = useTranslation('role');
  const { id, api } = useTenant();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [type, setType] = useState<Role['type']>('User');
  const [scopeIds, setScopeIds] = useState<string[]>([]);
  const scopes = useQuery({
    queryKey: [id, 'pick', 'scopes', 'new', type],
    queryFn: ({ signal }) => findScopes(api, type, new Set(), '', signal),
  });
  const toggle = (scope: string) => setScopeIds((before) => (before.includes(scope) ? before.filter((other) => other !== scope) : [...before, scope]));
  return (
    <CreateDialog
      title={t('create')}
      list="roles"
      lists={['roles']}
      invalid={!name.trim() || !description.trim()}
      error={scopes.error}
      make={() => body(api.POST('/api/roles', { body: { name: name.trim(), description: description.trim(), type, ...(scopeIds.length && { scopeIds }) } as never })) as unknown as Promise<Role>}
    >
      {(asked) => (
        <>
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
            {scopes.isPending && <Loading lines={2} />}
            {scopes.data && !scopes.data.total && <p className="hint">{t('noScopesYet')}</p>}
            <ul className="picks">
              {scopes.data?.rows.map((scope) => (
                <li key={scope.id}>
                  <label className="check">
                    <input type="checkbox" checked={scopeIds.includes(scope.id)} onChange={() => toggle(scope.id)} />
                    <PickLine code name={scope.name} hint={scope.resource.name} />
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
        </>
      )}
    </CreateDialog>
  );
}

import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body, query, rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { DeleteSection } from '@/parts/Deletion';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { useSettings } from '@/parts/settings';
import { RoleFrame } from './RoleFrame';
import { useRole, type Role } from './role';

/** What a role is called, whether newcomers get it, and its end. */
export default function RoleSettings() {
  const { roleId = '' } = useParams();
  const { data: role } = useRole(roleId);
  return role ? <Loaded key={roleId} role={role} /> : <RoleFrame>{() => null}</RoleFrame>;
}

const editable = ({ name, description, isDefault }: Role) => ({ name, description, isDefault });

function Loaded({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { api } = useTenant();
  const params = { path: { id: role.id } };
  const { draft, set, bar } = useSettings({
    of: ['role', role.id],
    lists: ['roles'],
    thing: role,
    editable,
    labels: { name: t('name'), description: t('about'), isDefault: t('makeDefault') },
    invalid: ({ name, description }) => !name.trim() || !description.trim(),
    send: ({ patch }) => body(api.PATCH('/api/roles/{id}', { params, body: patch as never })),
  });
  return (
    <RoleFrame foot={bar}>
      {() => (
        <>
          <Section title={t('general')}>
            <TextInput label={t('name')} maxLength={128} value={draft.name} error={!draft.name.trim() && t('nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
            <TextInput label={t('about')} maxLength={128} value={draft.description} error={!draft.description.trim() && t('aboutMissing')} onChange={(event) => set('description', event.currentTarget.value)} />
            {role.type === 'User' && <SwitchRow label={t('makeDefault')} hint={t('makeDefaultHint')} checked={draft.isDefault} onChange={(on) => set('isDefault', on)} />}
          </Section>
          <DeleteSection
            name={role.name}
            lead={t('deleteLead')}
            remove={() => body(api.DELETE('/api/roles/{id}', { params }))}
            done={t('deleted', { name: role.name })}
            to="roles"
            own={['role', role.id]}
            lists={['roles']}
          >
            <Holders role={role} />
          </DeleteSection>
        </>
      )}
    </RoleFrame>
  );
}

/** How many lose the role with it. */
function Holders({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const held = useQuery({
    queryKey: [id, 'role', role.id, 'holders'],
    queryFn: ({ signal }) => {
      const asked = { params: { path: { id: role.id }, ...query({ page: 1, page_size: 1 }) }, signal };
      return rows<unknown>(role.type === 'User' ? (api.GET('/api/roles/{id}/users', asked) as never) : (api.GET('/api/roles/{id}/applications', asked) as never));
    },
    staleTime: 0,
  });
  const count = held.data?.total;
  return (
    <>
      {count !== undefined && <b className="strong">{t(role.type === 'User' ? 'deletePeople' : 'deleteMachines', { count, number: number(count) })}</b>} {t('deleteLead')}
    </>
  );
}

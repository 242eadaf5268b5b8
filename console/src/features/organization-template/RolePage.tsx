import { TextInput } from '@mantine/core';
import IconUserShield from '@tabler/icons-react/icons/IconUserShield';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { body, query } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { CheckRow, DetailsPage, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useSettings } from '@/parts/settings';
import { Pending } from '@/parts/Pending';
import { apisOf, draftOf, type Draft, type HeldRole, type OrganizationRole, type Resource } from './template';

/** One role of the template, and what it holds. */
export default function RolePage() {
  const { t } = useTranslation('organization-template');
  const { roleId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'organization-role', roleId],
    queryFn: async ({ signal }): Promise<HeldRole> => {
      const at = { params: { path: { id: roleId } }, signal };
      const [role, scopes, resourceScopes] = await Promise.all([
        body(api.GET('/api/organization-roles/{id}', at)),
        body(api.GET('/api/organization-roles/{id}/scopes', at)),
        body(api.GET('/api/organization-roles/{id}/resource-scopes', at)),
      ]);
      return { role, scopes: scopes.map((scope) => scope.id), resourceScopes: resourceScopes.map((scope) => scope.id) };
    },
  });
  if (found.data) return <Settings key={roleId} held={found.data} />;
  return <Pending back={{ to: 'organization-template', label: t('title') }} query={found} />;
}

const flipped = (ids: string[], id: string, on: boolean) => (on ? [...ids, id] : ids.filter((each) => each !== id));

function Settings({ held }: { held: HeldRole }) {
  const { t } = useTranslation('organization-template');
  const { api } = useTenant();
  const { role } = held;
  const params = { path: { id: role.id } };
  const { draft, set, bar } = useSettings<HeldRole, Draft>({
    of: ['organization-role', role.id],
    lists: ['organization-roles'],
    thing: held,
    editable: draftOf,
    labels: { name: t('name'), description: t('description'), scopes: t('permissions'), resourceScopes: t('apis') },
    invalid: (now) => !now.name.trim(),
    send: async ({ patch, draft: now }) => {
      if (patch.name !== undefined || patch.description !== undefined) await body(api.PATCH('/api/organization-roles/{id}', { params, body: { name: now.name.trim(), description: now.description.trim() || null } }));
      if (patch.scopes) await body(api.PUT('/api/organization-roles/{id}/scopes', { params, body: { organizationScopeIds: now.scopes } }));
      if (patch.resourceScopes) await body(api.PUT('/api/organization-roles/{id}/resource-scopes', { params, body: { scopeIds: now.resourceScopes } }));
    },
  });
  return (
    <DetailsPage
      back={{ to: 'organization-template', label: t('title') }}
      title={role.name}
      emblem={
        <span className="logo l">
          <IconUserShield size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        <>
          <span>{t(role.type === 'User' ? 'forPeople' : 'forMachines')}</span>
          <CopyId value={role.id} what="ID" />
        </>
      }
      foot={bar}
    >
      <Section title={t('about')}>
        <TextInput label={t('name')} maxLength={128} value={draft.name} error={!draft.name.trim() && t('nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
        <TextInput label={t('description')} maxLength={256} value={draft.description} onChange={(event) => set('description', event.currentTarget.value)} />
      </Section>
      <OwnScopes chosen={draft.scopes} onChange={(scopes) => set('scopes', scopes)} />
      <ApiScopes chosen={draft.resourceScopes} onChange={(scopes) => set('resourceScopes', scopes)} />
      <End role={role} />
    </DetailsPage>
  );
}

interface Scopes {
  chosen: string[];
  onChange: (ids: string[]) => void;
}

/** Permissions of the template. */
function OwnScopes({ chosen, onChange }: Scopes) {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const found = useQuery({ queryKey: [id, 'organization-scopes', 'all'], queryFn: ({ signal }) => body(api.GET('/api/organization-scopes', { signal })) });
  return (
    <Section title={t('permissions')} lead={t('permissionsLead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && (
        <p className="sub">
          {t('noPermissions')} <Link to={path('organization-template/permissions')}>{t('toPermissions')}</Link>
        </p>
      )}
      <div>
        {found.data?.map((scope) => (
          <CheckRow key={scope.id} name={scope.name} hint={scope.description} checked={chosen.includes(scope.id)} onChange={(on) => onChange(flipped(chosen, scope.id, on))} />
        ))}
      </div>
    </Section>
  );
}

/** Permissions of APIs. */
function ApiScopes({ chosen, onChange }: Scopes) {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const found = useQuery({ queryKey: [id, 'resources', 'scopes'], queryFn: ({ signal }) => body(api.GET('/api/resources', { params: query({ includeScopes: true }), signal })) as Promise<Resource[]> });
  const apis = apisOf(found.data ?? []);
  return (
    <Section title={t('apis')} lead={t('apisLead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !apis.length && <p className="sub">{t('noApis')}</p>}
      {apis.map((resource) => (
        <fieldset key={resource.id}>
          <legend className="strong">{resource.name}</legend>
          {resource.scopes?.map((scope) => (
            <CheckRow key={scope.id} name={scope.name} hint={scope.description} checked={chosen.includes(scope.id)} onChange={(on) => onChange(flipped(chosen, scope.id, on))} />
          ))}
        </fieldset>
      ))}
    </Section>
  );
}

function End({ role: { id, name } }: { role: OrganizationRole }) {
  const { t } = useTranslation('organization-template');
  const { api } = useTenant();
  return (
    <DeleteSection
      name={name}
      lead={t('deleteRole.lead')}
      remove={() => body(api.DELETE('/api/organization-roles/{id}', { params: { path: { id } } }))}
      done={t('deleteRole.done')}
      to="organization-template"
      own={['organization-role', id]}
      lists={['organization-roles']}
    />
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, type Input } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';

type Grant = Required<Input<'post', '/api/applications/{id}/user-consent-scopes'>>;
type UserScope = Grant['userScopes'][number];

const userScopes: UserScope[] = ['profile', 'email', 'phone', 'address', 'custom_data', 'identities', 'roles', 'urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'];
/** As the address of what is taken back spells them. */
const kinds = { userScopes: 'user-scopes', resourceScopes: 'resource-scopes', organizationScopes: 'organization-scopes' } as const;

interface Change {
  kind: keyof typeof kinds;
  id: string;
  on: boolean;
}

/** What a third-party application may ask people for; each change works at once. */
export function ConsentScopes({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const params = { path: { id: applicationId } };
  const key = [tenantId, 'applications', applicationId, 'user-consent-scopes'];
  const given = useQuery({ queryKey: key, queryFn: () => body(api.GET('/api/applications/{id}/user-consent-scopes', { params })) });
  const resources = useQuery({ queryKey: [tenantId, 'resources', 'scopes'], queryFn: () => body(api.GET('/api/resources', { params: query({ includeScopes: true, page: 1, page_size: 100 }) })) as Promise<Resource[]> });
  const organization = useQuery({ queryKey: [tenantId, 'organization-scopes'], queryFn: () => body(api.GET('/api/organization-scopes', { params: query({ page: 1, page_size: 100 }) })) });
  const change = useMutation({
    mutationFn: async ({ kind, id, on }: Change) => {
      if (on) await api.POST('/api/applications/{id}/user-consent-scopes', { params, body: { [kind]: [id] }, parseAs: 'text' });
      else await api.DELETE('/api/applications/{id}/user-consent-scopes/{scopeType}/{scopeId}', { params: { path: { ...params.path, scopeType: kinds[kind], scopeId: id } } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const error = given.error ?? resources.error ?? organization.error ?? change.error;
  const has = {
    userScopes: new Set<string>(given.data?.userScopes),
    resourceScopes: new Set(given.data?.resourceScopes.flatMap(({ scopes }) => scopes.map(({ id }) => id))),
    organizationScopes: new Set(given.data?.organizationScopes.map(({ id }) => id)),
  };
  const check = (kind: Change['kind'], id: string, name: string, hint?: string | null) => (
    <Choice key={id} name={name} hint={hint} checked={has[kind].has(id)} disabled={change.isPending || !given.data} onChange={(on) => change.mutate({ kind, id, on })} />
  );
  // The scopes of the Management API are never for applications of others.
  const apis = (resources.data ?? []).filter(({ indicator, scopes }) => scopes?.length && !indicator.endsWith('.logto.app/api'));
  return (
    <>
      {error && <ErrorPanel error={error} />}
      {!given.data && !error && <Loading />}
      <Section title={t('consent.user')} lead={t('consent.userLead')}>
        <div>{userScopes.map((scope) => check('userScopes', scope, scope))}</div>
      </Section>
      <Section title={t('consent.api')} lead={t('consent.apiLead')}>
        {resources.data && !apis.length && <p className="sub">{t('consent.noApi')}</p>}
        {apis.map(({ id, name, scopes }) => (
          <fieldset key={id}>
            <legend className="strong">{name}</legend>
            {scopes?.map((scope) => check('resourceScopes', scope.id, scope.name, scope.description))}
          </fieldset>
        ))}
      </Section>
      {organization.data && organization.data.length > 0 && (
        <Section title={t('consent.organization')} lead={t('consent.organizationLead')}>
          <div>{organization.data.map(({ id, name, description }) => check('organizationScopes', id, name, description))}</div>
        </Section>
      )}
    </>
  );
}

function Choice({ name, hint, checked, disabled, onChange }: { name: string; hint?: string | null; checked: boolean; disabled: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="check">
      <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label htmlFor={id}>
        <code>{name}</code> <span className="hint">{hint}</span>
      </label>
    </div>
  );
}

interface Resource {
  id: string;
  name: string;
  indicator: string;
  scopes?: { id: string; name: string; description: string | null }[];
}

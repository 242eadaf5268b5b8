import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query, type Answer, type Input } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CheckRow, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';

type Grant = Required<Input<'post', '/api/applications/{id}/user-consent-scopes'>>;
type UserScope = Grant['userScopes'][number];

const userScopes: UserScope[] = ['profile', 'email', 'phone', 'address', 'custom_data', 'identities', 'roles', 'urn:logto:scope:organizations', 'urn:logto:scope:organization_roles', 'urn:logto:scope:sessions', 'urn:logto:scope:trusted_devices'];
/** As the address of what is taken back spells them. */
const kinds = { userScopes: 'user-scopes', resourceScopes: 'resource-scopes', organizationScopes: 'organization-scopes' } as const;

interface Change {
  kind: keyof typeof kinds;
  id: string;
  on: boolean;
}

/** Where a list of what people may be asked for is kept. */
export interface ConsentList {
  key: string[];
  read: () => Promise<Pick<Answer<'get', '/api/applications/{id}/user-consent-scopes'>, 'userScopes' | 'resourceScopes' | 'organizationScopes'>>;
  add: (kind: keyof typeof kinds, scope: string) => Promise<unknown>;
  remove: (kind: string, scope: string) => Promise<unknown>;
}

/** That of an application of others. */
export function useConsentList(applicationId: string): ConsentList {
  const { id, api } = useTenant();
  const path = { id: applicationId };
  return {
    key: [id, 'applications', applicationId, 'user-consent-scopes'],
    read: () => body(api.GET('/api/applications/{id}/user-consent-scopes', { params: { path } })),
    add: (kind, scope) => api.POST('/api/applications/{id}/user-consent-scopes', { params: { path }, body: { [kind]: [scope] }, parseAs: 'text' }),
    remove: (scopeType, scopeId) => api.DELETE('/api/applications/{id}/user-consent-scopes/{scopeType}/{scopeId}', { params: { path: { ...path, scopeType, scopeId } } }),
  };
}

/** What clients of others may ask people for; each change works at once. */
export function ConsentScopes({ list }: { list: ConsentList }) {
  const queries = useQueryClient();
  const given = useQuery({ queryKey: list.key, queryFn: list.read });
  const change = useMutation({
    mutationFn: ({ kind, id, on }: Change) => (on ? list.add(kind, id) : list.remove(kinds[kind], id)),
    onSettled: () => queries.invalidateQueries({ queryKey: list.key }),
  });
  const error = given.error ?? change.error;
  const chosen = {
    userScopes: given.data?.userScopes ?? [],
    resourceScopes: given.data?.resourceScopes.flatMap(({ scopes }) => scopes.map(({ id }) => id)) ?? [],
    organizationScopes: given.data?.organizationScopes.map(({ id }) => id) ?? [],
  };
  return (
    <>
      {error && <ErrorPanel error={error} />}
      {!given.data && !error && <Loading />}
      <ScopeChoice chosen={chosen} disabled={change.isPending || !given.data} onChange={(kind, id, on) => change.mutate({ kind, id, on })} />
    </>
  );
}

/** What of each kind is chosen: scopes of the provider by their names, others by their IDs. */
export type Chosen = Record<keyof typeof kinds, string[]>;

/** The scopes that people can be asked for, to be ticked. */
export function ScopeChoice({ chosen, disabled, onChange }: { chosen: Chosen; disabled?: boolean; onChange: (kind: keyof Chosen, id: string, on: boolean) => void }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const resources = useQuery({ queryKey: [tenantId, 'resources', 'scopes'], queryFn: () => body(api.GET('/api/resources', { params: query({ includeScopes: true }) })) as Promise<Resource[]> });
  const organization = useQuery({ queryKey: [tenantId, 'organization-scopes'], queryFn: () => body(api.GET('/api/organization-scopes', {})) });
  const error = resources.error ?? organization.error;
  const check = (kind: Change['kind'], id: string, name: string, hint?: string | null) => (
    <CheckRow key={id} name={name} hint={hint} checked={chosen[kind].includes(id)} disabled={disabled} onChange={(on) => onChange(kind, id, on)} />
  );
  // The scopes of the Management API are never for applications of others.
  const apis = (resources.data ?? []).filter(({ indicator, scopes }) => scopes?.length && !indicator.endsWith('.logto.app/api'));
  return (
    <>
      {error && <ErrorPanel error={error} />}
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

interface Resource {
  id: string;
  name: string;
  indicator: string;
  scopes?: { id: string; name: string; description: string | null }[];
}

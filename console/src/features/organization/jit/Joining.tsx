import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CheckRow, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { useMore } from '@/parts/list/more';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { useTemplateRoles } from '../member/roles';
import { domainsIn, isDomain } from '../../domain/domain';
import type { Organization } from '../organization';
import { OrganizationFrame, OrganizationHead } from '../OrganizationFrame';

/** Who joins an organization without being asked, and with which roles. */
export default function Joining() {
  return <OrganizationFrame>{(organization) => <Loaded key={organization.id} organization={organization} />}</OrganizationFrame>;
}

interface Rules {
  domains: string[];
  providers: string[];
  roles: string[];
}

function Loaded({ organization }: { organization: Organization }) {
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'organization', organization.id, 'joining'],
    queryFn: async ({ signal }): Promise<Rules> => {
      const at = { params: { path: { id: organization.id } }, signal };
      const [domains, providers, roles] = await Promise.all([
        body(api.GET('/api/organizations/{id}/jit/email-domains', at)),
        body(api.GET('/api/organizations/{id}/jit/sso-connectors', at)),
        body(api.GET('/api/organizations/{id}/jit/roles', at)),
      ]);
      return { domains: domains.map(({ emailDomain }) => emailDomain), providers: providers.map((each) => each.id), roles: roles.map((each) => each.id) };
    },
  });
  if (found.data) return <Settings organization={organization} rules={found.data} />;
  return <OrganizationHead organization={organization}>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</OrganizationHead>;
}

const draftOf = ({ domains, providers, roles }: Rules) => ({ domains: domains.join('\n'), providers, roles });
type Draft = ReturnType<typeof draftOf>;

const stranger = (text: string) => domainsIn(text).find((domain) => !isDomain(domain));
const flipped = (ids: string[], id: string, on: boolean) => (on ? [...ids, id] : ids.filter((each) => each !== id));

function Settings({ organization, rules }: { organization: Organization; rules: Rules }) {
  const { t } = useTranslation('organization');
  const { api } = useTenant();
  const params = { path: { id: organization.id } };
  const roles = useTemplateRoles('User');
  const providers = useMore(['sso-connectors', 'all'], (page, signal) => rows(api.GET('/api/sso-connectors', { params: query(page), signal })) as Promise<Rows<{ id: string; connectorName: string; domains: string[] }>>);
  const { draft, set, bar } = useSettings<Rules, Draft>({
    of: ['organization', organization.id, 'joining'],
    thing: rules,
    editable: draftOf,
    labels: { domains: t('join.domains'), providers: t('join.providers'), roles: t('join.roles') },
    invalid: (now) => stranger(now.domains) !== undefined,
    send: async ({ patch, draft: now }) => {
      if (patch.domains !== undefined) await body(api.PUT('/api/organizations/{id}/jit/email-domains', { params, body: { emailDomains: domainsIn(now.domains) } }));
      if (patch.providers) await body(api.PUT('/api/organizations/{id}/jit/sso-connectors', { params, body: { ssoConnectorIds: now.providers } }));
      if (patch.roles) await body(api.PUT('/api/organizations/{id}/jit/roles', { params, body: { organizationRoleIds: now.roles } }));
    },
  });
  const strange = stranger(draft.domains);
  return (
    <OrganizationHead organization={organization} foot={bar}>
      <Section title={t('join.domains')} lead={t('join.domainsLead')}>
        <Field label={t('join.domains')} hint={t('join.domainsHint')} error={strange && t('problem.noDomain', { domain: strange })}>
          <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.domains} placeholder="harbour.example" onChange={(event) => set('domains', event.currentTarget.value)} />
        </Field>
      </Section>
      <Section title={t('join.providers')} lead={t('join.providersLead')}>
        {providers.error !== null && <ErrorPanel error={providers.error} onRetry={providers.retry} />}
        {providers.rows?.length === 0 && <p className="sub">{t('join.noProviders')}</p>}
        <div>
          {providers.rows?.map((each) => (
            <CheckRow key={each.id} name={each.connectorName} hint={each.domains.join(', ')} checked={draft.providers.includes(each.id)} onChange={(on) => set('providers', flipped(draft.providers, each.id, on))} />
          ))}
        </div>
        {providers.more}
      </Section>
      <Section title={t('join.roles')} lead={t('join.rolesLead')}>
        {roles.error !== null && <ErrorPanel error={roles.error} onRetry={roles.retry} />}
        {roles.rows?.length === 0 && !roles.more && <p className="sub">{t('noRoles')}</p>}
        <div>
          {roles.rows?.map((role) => (
            <CheckRow key={role.id} name={role.name} hint={role.description} checked={draft.roles.includes(role.id)} onChange={(on) => set('roles', flipped(draft.roles, role.id, on))} />
          ))}
        </div>
        {roles.more}
      </Section>
    </OrganizationHead>
  );
}

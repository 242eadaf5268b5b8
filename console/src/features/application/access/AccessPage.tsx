import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import type { Application } from '../application';
import { ApplicationFrame, ApplicationHead } from '../ApplicationFrame';
import { draftOf, rulesOf, shutsOut, type Access, type Draft } from './access';
import { Organizations, Roles } from './Groups';
import { People } from './People';

/** Who may sign in to an application: everybody, or some. */
export default function AccessPage() {
  return <ApplicationFrame>{(application) => <Loaded key={application.id} application={application} />}</ApplicationFrame>;
}

function Loaded({ application }: { application: Application }) {
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'applications', application.id, 'access'],
    queryFn: async ({ signal }): Promise<Access> => {
      const at = { params: { path: { id: application.id } }, signal };
      const [rules, { appLevelAccessControlEnabled }] = await Promise.all([body(api.GET('/api/applications/{id}/access-control', at)), body(api.GET('/api/applications/{id}', at))]);
      return { on: appLevelAccessControlEnabled, rules };
    },
  });
  if (found.data) return <Settings application={application} access={found.data} />;
  return <ApplicationHead application={application}>{found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}</ApplicationHead>;
}

function Settings({ application, access }: { application: Application; access: Access }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  const params = { path: { id: application.id } };
  const { draft, set, bar } = useSettings<Access, Draft>({
    of: ['applications', application.id, 'access'],
    lists: ['applications'],
    thing: access,
    editable: draftOf,
    labels: { on: t('access.only'), roles: t('access.roles'), people: t('access.people'), organizations: t('access.organizations') },
    invalid: (now) => shutsOut(access.rules, now),
    send: async ({ draft: now, patch, thing }) => {
      const turn = (appLevelAccessControlEnabled: boolean) => body(api.PATCH('/api/applications/{id}', { params, body: { appLevelAccessControlEnabled } }));
      // Rules may be empty only while it is off: so it is off before they go, and on after they came.
      if (patch.on === false) await turn(false);
      const { on: _, ...rules } = patch;
      if (Object.keys(rules).length) await body(api.PUT('/api/applications/{id}/access-control', { params, body: rulesOf(thing.rules, now) }));
      if (patch.on) await turn(true);
    },
  });
  return (
    <ApplicationHead application={application} foot={bar}>
      <Section title={t('access.title')} lead={t('access.lead')}>
        <SwitchRow label={t('access.only')} hint={t('access.onlyHint')} checked={draft.on} onChange={(on) => set('on', on)} />
        {shutsOut(access.rules, draft) && (
          <p className="note warn" role="alert">
            {t('access.nobody')}
          </p>
        )}
      </Section>
      <Section title={t('access.roles')} lead={t('access.rolesLead')}>
        <Roles ids={draft.roles} onChange={(roles) => set('roles', roles)} />
      </Section>
      <Section title={t('access.people')} lead={t('access.peopleLead')}>
        <People ids={draft.people} onChange={(people) => set('people', people)} />
      </Section>
      <Section title={t('access.organizations')} lead={t('access.organizationsLead')}>
        <Organizations ids={draft.organizations} onChange={(organizations) => set('organizations', organizations)} />
      </Section>
    </ApplicationHead>
  );
}

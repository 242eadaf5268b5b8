import { Button, Menu } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import type { Column } from '@/parts/list/DataTable';
import { useList } from '@/parts/list/list';
import { ListPage } from '@/parts/list/ListPage';
import { kindOf, type Application } from './application';
import { frameworkOfApplication, frameworks } from './framework/frameworks';
import { FrameworkTiles } from './framework/FrameworkTiles';
import { Logo } from './framework/Logo';
import { useRegistrations } from './registrations';
import './applications.css';

/** The tabs by what the API filters on. */
const tabs = {
  '': {},
  web: { types: 'Traditional', isThirdParty: false },
  spa: { types: 'SPA', isThirdParty: false },
  native: { types: 'Native', isThirdParty: false },
  machine: { types: 'MachineToMachine' },
  third: { isThirdParty: true },
} as const;
const labels = { '': 'tab.all', web: 'tab.web', spa: 'type.SPA', native: 'type.Native', machine: 'tab.machine', third: 'type.ThirdParty' } as const;

/** The applications of the tenant. */
export default function ApplicationsPage() {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const filter = tabs[list.tab as keyof typeof tabs] ?? {};
  const applications = useQuery({
    queryKey: [tenantId, 'applications', list.query, filter],
    queryFn: ({ signal }) =>
      rows(api.GET('/api/applications', { params: query({ ...list.query, ...filter }), signal })),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(useLastUses(applications.data?.rows), useRegistrations(applications.data?.rows?.map(({ id }) => id)));
  const create = (
    <Button component={Link} to={path('applications/create')} variant="filled" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}>
      {t('create')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      action={create}
      list={list}
      query={applications}
      columns={columns}
      rowKey={({ id }) => id}
      tabs={Object.entries(labels).map(([key, label]) => ({ key, label: t(label) }))}
      search={t('search')}
      count={(count) => t('count', { count })}
      menu={{
        label: ({ name }) => t('menu.of', { name }),
        items: ({ id, type }) => (
          <>
            <Menu.Item component={Link} to={path(`applications/${id}`)}>
              {t('menu.open')}
            </Menu.Item>
            {type !== 'SAML' && (
              <Menu.Item component={Link} to={path(`applications/${id}/guide`)}>
                {t('menu.guide')}
              </Menu.Item>
            )}
          </>
        ),
      }}
      empty={{ title: t('empty.title'), lead: t('empty.lead'), more: <Starters /> }}
    />
  );
}

/** The frameworks that an application begins with. */
function Starters() {
  const { t } = useTranslation('application');
  const path = useTenantPath();
  return (
    <section className="starters" aria-labelledby="starters">
      <div className="row">
        <h2 id="starters">{t('empty.starters')}</h2>
        <Link className="push" to={path('applications/create')}>
          {t('empty.all', { count: frameworks.length })}
        </Link>
      </div>
      <FrameworkTiles />
    </section>
  );
}

/** When each was last used; one question for all that are shown. */
function useLastUses(shown: Application[] = []): Map<string, number> | undefined {
  const { id: tenantId, api } = useTenant();
  const ids = shown.map(({ id }) => id);
  const uses = useQuery({
    queryKey: [tenantId, 'applications', 'uses', ids],
    queryFn: ({ signal }) => body(api.GET('/api/application-uses', { params: { query: { applicationId: ids } }, signal })),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  return uses.data && new Map(uses.data.map(({ applicationId, lastUsedAt }) => [applicationId, lastUsedAt]));
}

function useColumns(uses: Map<string, number> | undefined, registrations: Map<string, number> | undefined): Column<Application>[] {
  const { t } = useTranslation('application');
  const path = useTenantPath();
  const { relative, full } = useFormat();
  return [
    {
      id: 'name',
      header: t('column.name'),
      cell: (application) => (
        <span className="who">
          <Logo framework={frameworkOfApplication(application)} />
          <Link to={path(`applications/${application.id}`)}>{application.name}</Link>
          {registrations?.has(application.id) && <span className="tag">{t('registered')}</span>}
        </span>
      ),
    },
    { id: 'type', header: t('column.type'), cell: (application) => <span className="sub">{t(`type.${kindOf(application)}`)}</span> },
    { id: 'id', header: t('column.id'), optional: true, cell: ({ id, name }) => <CopyId value={id} what={`${t('column.id')} ${name}`} /> },
    {
      id: 'used',
      header: t('column.used'),
      optional: true,
      cell: ({ id }) => {
        const at = uses?.get(id);
        if (at === undefined) return <span className="sub">{uses && t('frame:state.never')}</span>;
        return (
          <time className="sub" dateTime={new Date(at).toISOString()} title={full(at)}>
            {relative(at)}
          </time>
        );
      },
    },
    {
      id: 'created',
      header: t('column.created'),
      optional: true,
      cell: ({ createdAt }) => (
        <time className="sub" dateTime={new Date(createdAt).toISOString()} title={full(createdAt)}>
          {relative(createdAt)}
        </time>
      ),
    },
  ];
}

import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { toast } from '@/parts/Toasts';
import type { ListedSso } from './sso';

/** The enterprises whose people come in by their own provider. */
export default function SsoList() {
  const { t } = useTranslation('enterprise');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const found = useQuery({
    queryKey: [id, 'sso-connectors', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/sso-connectors', { params: query(list.query), signal })) as Promise<Rows<ListedSso>>,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<ListedSso>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="enterprise-sso/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        filters={found.data?.total ? <Switched /> : undefined}
        rowKey={(each) => each.id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: ({ id: connector, connectorName, providerLogo }) => (
              <span className="who">
                <img src={providerLogo} alt="" width={24} height={24} />
                <Link to={path(`enterprise-sso/${connector}`)}>{connectorName}</Link>
              </span>
            ),
          },
          { id: 'provider', header: t('provider'), optional: true, cell: ({ name }) => <span className="sub">{name}</span> },
          { id: 'domains', header: t('domains'), cell: ({ domains }) => <span className="sub">{domains.join(', ')}</span> },
          { id: 'status', header: t('status'), optional: true, cell: ({ config }) => <Status kind={Object.keys(config).length ? 'ok' : 'warn'}>{t(Object.keys(config).length ? 'ready' : 'unfinished')}</Status> },
        ]}
        count={(total) => t('count', { count: total })}
        empty={{ title: t('empty.title'), lead: t('empty.lead') }}
      />
      <Outlet />
    </>
  );
}

/** Says that nobody is sent to a provider yet, where single sign-on is off, and switches it on. */
function Switched() {
  const { t } = useTranslation('enterprise');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const experience = useQuery({ queryKey: [id, 'sign-in-exp'], queryFn: ({ signal }) => body(api.GET('/api/sign-in-exp', { signal })) });
  const on = useMutation({
    mutationFn: () => body(api.PATCH('/api/sign-in-exp', { body: { singleSignOnEnabled: true } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [id, 'sign-in-exp'] });
      toast(t('switchedOn'));
    },
  });
  if (!experience.data || experience.data.singleSignOnEnabled) return null;
  return (
    <div className="note warn grow">
      <span className="grow">{t('off')}</span>
      <Button size="xs" loading={on.isPending} onClick={() => on.mutate()}>
        {t('switchOn')}
      </Button>
    </div>
  );
}

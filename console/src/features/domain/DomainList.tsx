import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { TenantPage } from '@/features/tenant/TenantPage';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { looks, type Domain } from './domain';

/** The host names under which people sign in here. */
export default function DomainList() {
  const { t } = useTranslation('domain');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const { relative, full } = useFormat();
  const found = useQuery({ queryKey: [id, 'domains'], queryFn: ({ signal }) => body(api.GET('/api/domains', { signal })) });
  return (
    <TenantPage>
      <ListHead lead={t('lead')}>
        <AddButton to="tenant-settings/domains/create">{t('add')}</AddButton>
      </ListHead>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 ? (
        <p className="empty sub">{t('none')}</p>
      ) : (
        <DataTable<Domain>
          label={t('title')}
          rows={found.data}
          rowKey={(domain) => domain.id}
          busy={found.isFetching}
          columns={[
            {
              id: 'domain',
              header: t('domain'),
              cell: (each) => (
                <span className="who">
                  <Link to={path(`tenant-settings/domains/${each.id}`)}>{each.domain}</Link>
                </span>
              ),
            },
            { id: 'state', header: t('state'), cell: ({ status }) => <Status kind={looks[status]}>{t(`is.${status}`)}</Status> },
            {
              id: 'added',
              header: t('added'),
              optional: true,
              cell: ({ createdAt }) => (
                <time className="sub" dateTime={new Date(createdAt).toISOString()} title={full(createdAt)}>
                  {relative(createdAt)}
                </time>
              ),
            },
          ]}
        />
      )}
      <Outlet />
    </TenantPage>
  );
}

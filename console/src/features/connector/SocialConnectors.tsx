import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { DataTable, type Column } from '@/parts/list/DataTable';
import { Status } from '@/parts/DetailsPage';
import { EmptyState } from '@/parts/EmptyState';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { ConnectorLogo } from './ConnectorLogo';
import { ConnectorTabs } from './ConnectorTabs';
import { useConnectors, useInUse, useNames, type Connector } from './connector';

/** The providers with whose accounts people can sign in. */
export default function SocialConnectors() {
  const { t } = useTranslation('connector');
  const connectors = useConnectors();
  const columns = useColumns();
  const rows = connectors.data?.filter((one) => one.type === 'Social');
  const path = useTenantPath();
  const add = (
    <Button component={Link} to={path('connectors/social/create')} variant="filled" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}>
      {t('add.social')}
    </Button>
  );
  if (rows?.length === 0) {
    return (
      <ConnectorTabs>
        <EmptyState title={t('social.emptyTitle')} action={add}>
          {t('social.emptyLead')}
        </EmptyState>
      </ConnectorTabs>
    );
  }
  return (
    <ConnectorTabs actions={add}>
      {connectors.isError ? (
        <ErrorPanel error={connectors.error} title={t('failed')} onRetry={() => void connectors.refetch()} />
      ) : (
        <DataTable label={t('tab.social')} columns={columns} rows={rows} rowKey={(row) => row.id} busy={connectors.isFetching} />
      )}
    </ConnectorTabs>
  );
}

function useColumns(): Column<Connector>[] {
  const { t } = useTranslation('connector');
  const { name } = useNames();
  const used = useInUse();
  const path = useTenantPath();
  return [
    {
      id: 'name',
      header: t('column.name'),
      cell: (row) => (
        <span className="who">
          <ConnectorLogo of={row} size="s" />
          <Link to={path(`connectors/social/${row.id}`)}>{name(row)}</Link>
        </span>
      ),
    },
    { id: 'target', header: t('column.target'), optional: true, cell: (row) => <code>{row.target}</code> },
    { id: 'id', header: t('column.id'), optional: true, cell: (row) => <CopyId value={row.id} what={t('column.id')} /> },
    { id: 'status', header: t('column.status'), cell: (row) => <UseStatus used={used(row)} /> },
  ];
}

/** Whether the sign-in pages use a connector. */
export function UseStatus({ used }: { used: boolean | undefined }) {
  const { t } = useTranslation('connector');
  if (used === undefined) return null;
  return <Status kind={used ? 'ok' : 'none'}>{used ? t('status.used') : t('status.unused')}</Status>;
}

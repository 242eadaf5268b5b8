import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Application } from '../application/application';

/** Asks the server what it has seen of the application: its addresses, and the last tokens it fetched. */
export function CheckSetUp({ application }: { application: Application }) {
  const { t } = useTranslation('guide');
  const { id: tenantId, api } = useTenant();
  const { relative } = useFormat();
  const check = useQuery({
    queryKey: [tenantId, 'applications', application.id, 'check'],
    enabled: false,
    queryFn: ({ signal }) =>
      body(
        api.GET('/api/logs', {
          params: query({ applicationId: application.id, logKey: 'ExchangeTokenBy.AuthorizationCode', page: 1, page_size: 1 }),
          signal,
        }),
      ),
  });
  const last = check.data?.[0];
  const registered = application.oidcClientMetadata.redirectUris.length > 0;
  return (
    <div className="checks">
      <p>
        <Button loading={check.isFetching} onClick={() => void check.refetch()}>
          {t('check.run')}
        </Button>
      </p>
      {check.isError && <ErrorPanel error={check.error} />}
      {check.data && (
        <div className="checks" role="status">
          <Status kind={registered ? 'ok' : 'warn'}>{t(registered ? 'check.addresses' : 'check.noAddresses')}</Status>
          <Status kind={last ? 'ok' : 'none'}>{last ? t('check.signedIn', { when: relative(last.createdAt) }) : t('check.nobody')}</Status>
        </div>
      )}
    </div>
  );
}

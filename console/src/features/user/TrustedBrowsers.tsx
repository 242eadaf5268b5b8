import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';
import { deviceOf } from './device';
import { useUserChange, type User } from './user';

type TrustedBrowser = Row<'/api/users/{id}/trusted-devices'>;

/** Where the person is not asked for the second step; nothing where there is no such browser. */
export function TrustedBrowsers({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { relative, full } = useFormat();
  const { id, api } = useTenant();
  const path = { id: user.id };
  const found = useQuery({
    queryKey: [id, 'user', user.id, 'trusted-devices'],
    queryFn: ({ signal }) => rows(api.GET('/api/users/{id}/trusted-devices', { params: { path, ...query({ page: 1, page_size: 100 }) }, signal })),
  });
  const remove = useUserChange(user.id, (deviceId: string) => body(api.DELETE('/api/users/{id}/trusted-devices/{deviceId}', { params: { path: { ...path, deviceId } } })));
  if (!found.isError && !found.data?.rows.length) return null;
  return (
    <Section title={t('trusted.title')} lead={t('trusted.lead')}>
      {(found.isError || remove.isError) && <ErrorPanel error={found.error ?? remove.error} />}
      <DataTable<TrustedBrowser>
        label={t('trusted.title')}
        rows={found.data?.rows}
        rowKey={(browser) => browser.id}
        busy={found.isFetching}
        columns={[
          { id: 'where', header: t('where'), cell: Where },
          { id: 'used', header: t('trusted.used'), cell: ({ lastUsedAt }) => <span className="sub" title={full(lastUsedAt)}>{relative(lastUsedAt)}</span> },
          { id: 'until', header: t('until'), cell: ({ expiresAt }) => <span className="sub" title={full(expiresAt)}>{relative(expiresAt)}</span> },
          {
            id: 'end',
            header: t('frame:list.actions'),
            hidden: true,
            end: true,
            cell: (browser) => (
              <Button size="xs" variant="subtle" loading={remove.isPending && remove.variables === browser.id} onClick={() => remove.mutate(browser.id, { onSuccess: () => toast(t('trusted.removed')) })}>
                {t('trusted.remove')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Where({ userAgent, city, country }: TrustedBrowser) {
  const place = [city, country].filter(Boolean).join(', ');
  return (
    <>
      {userAgent && <div title={userAgent}>{deviceOf(userAgent)}</div>}
      {place && <div className="sub">{place}</div>}
    </>
  );
}

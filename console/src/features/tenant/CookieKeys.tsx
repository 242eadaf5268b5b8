import { Button } from '@mantine/core';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyId } from '@/parts/Copy';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';

type Key = Row<'/api/configs/oidc/{keyType}'>;

const keyType = 'cookie-keys';

/** The keys of cookies, which programs that manage other providers list and rotate. */
export function CookieKeys() {
  const { t } = useTranslation('tenant');
  const { id, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const key = [id, keyType];
  const keys = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/configs/oidc/{keyType}', { params: { path: { keyType } }, signal })) });
  const [ending, setEnding] = useState<Key>();
  const rotate = useMutation({
    mutationFn: () => body(api.POST('/api/configs/oidc/{keyType}/rotate', { params: { path: { keyType } }, body: {} })),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      toast(t('keys.rotated'));
    },
  });
  const error = keys.error ?? rotate.error;
  return (
    <Section title={t('cookies.title')} lead={t('cookies.lead')}>
      {error && <ErrorPanel error={error} />}
      <DataTable
        label={t('cookies.title')}
        rows={keys.data}
        rowKey={(each) => each.id}
        columns={[
          { id: 'id', header: t('keys.kid'), cell: (each) => <CopyId value={each.id} what={t('keys.kid')} /> },
          { id: 'created', header: t('keys.created'), cell: ({ createdAt }) => <span className="sub">{date(createdAt * 1_000)}</span> },
          {
            id: 'end',
            header: t('frame:list.actions'),
            hidden: true,
            end: true,
            cell: (each) =>
              (keys.data?.length ?? 0) > 1 && (
                <button className="ib s" type="button" aria-label={t('cookies.delete', { id: each.id })} onClick={() => setEnding(each)}>
                  <IconTrash size={16} stroke={1.75} aria-hidden />
                </button>
              ),
          },
        ]}
      />
      <p>
        <Button size="xs" loading={rotate.isPending} disabled={!keys.data} onClick={() => rotate.mutate()}>
          {t('cookies.rotate')}
        </Button>
      </p>
      {ending && (
        <ConfirmDialog
          title={t('cookies.question')}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/configs/oidc/{keyType}/{keyId}', { params: { path: { keyType, keyId: ending.id } } }));
            await queries.invalidateQueries({ queryKey: key });
            toast(t('cookies.deleted'));
          }}
        >
          {t('cookies.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, type Row } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';
import { AddIssuer } from './AddIssuer';

type Issuer = Row<'/api/applications/{id}/trusted-issuers'>;

const most = 20;

/** Whose word about people an application may present for tokens. */
export function TrustedIssuers({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const key = [id, 'applications', applicationId, 'trusted-issuers'];
  const issuers = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/applications/{id}/trusted-issuers', { params: { path: { id: applicationId } }, signal })) });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Issuer>();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  return (
    <Section title={t('issuers.title')} lead={t('issuers.lead')}>
      {issuers.isError && <ErrorPanel error={issuers.error} onRetry={() => void issuers.refetch()} />}
      {issuers.data?.length === 0 ? (
        <p className="sub">{t('issuers.none')}</p>
      ) : (
        <DataTable
          label={t('issuers.title')}
          rows={issuers.data}
          rowKey={(each) => each.id}
          columns={[
            { id: 'issuer', header: t('issuers.issuer'), cell: ({ issuer }) => <code>{issuer}</code> },
            { id: 'subject', header: t('issuers.subject'), cell: ({ subject, target }) => <span className="sub">{t(`issuers.is.${subject}`, { target })}</span> },
            { id: 'keys', header: t('proof.keys'), optional: true, cell: ({ jwksUri }) => (jwksUri ? <code>{jwksUri}</code> : <span className="sub">{t('issuers.given')}</span>) },
            {
              id: 'end',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (each) => (
                <button className="ib s" type="button" aria-label={t('issuers.remove', { issuer: each.issuer })} onClick={() => setEnding(each)}>
                  <IconTrash size={16} stroke={1.75} aria-hidden />
                </button>
              ),
            },
          ]}
        />
      )}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} disabled={!issuers.data || issuers.data.length >= most} onClick={() => setAdding(true)}>
          {t('issuers.add')}
        </Button>
      </p>
      {adding && (
        <AddIssuer
          applicationId={applicationId}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            toast(t('issuers.added'));
            void refresh();
          }}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('issuers.question')}
          confirm={t('frame:act.remove')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/applications/{id}/trusted-issuers/{issuerId}', { params: { path: { id: applicationId, issuerId: ending.id } } }));
            toast(t('issuers.removed'));
            await refresh();
          }}
        >
          {t('issuers.consequence', { issuer: ending.issuer })}
        </ConfirmDialog>
      )}
    </Section>
  );
}

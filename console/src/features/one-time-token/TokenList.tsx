import { Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { toast } from '@/parts/Toasts';
import { NewLink } from './NewLink';
import { findTokens, statuses, type Token } from './token';

const dots = { active: 'ok', consumed: 'idle', revoked: 'idle', expired: 'idle' } as const;

/** The links that let people in once: made, found by state or address, withdrawn. */
export default function TokenList() {
  const { t } = useTranslation('one-time-token');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const list = useList();
  const [adding, setAdding] = useState(false);
  const key = [id, 'one-time-tokens'];
  const found = useQuery({
    queryKey: [...key, list.query, list.tab],
    queryFn: ({ signal }) => findTokens(api, list, signal),
    placeholderData: keepPreviousData,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: (_, { done }) => {
      toast(done);
      return refresh();
    },
  });
  const at = (token: Token) => ({ params: { path: { id: token.id } } });
  return (
    <>
      {act.isError && <ErrorPanel error={act.error} />}
      <ListPage<Token>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton onClick={() => setAdding(true)}>{t('create')}</AddButton>}
        list={list}
        query={found}
        search={t('search')}
        tabs={[{ key: '', label: t('all') }, ...statuses.map((status) => ({ key: status, label: t(`is.${status}`) }))]}
        rowKey={(token) => token.id}
        columns={useColumns()}
        menu={{
          label: ({ email }) => t('actionsOf', { email }),
          items: (token) => (
            <RowMenu
              token={token}
              onRevoke={() => act.mutate({ run: () => body(api.PUT('/api/one-time-tokens/{id}/status', { ...at(token), body: { status: 'revoked' } })), done: t('revoked', { email: token.email }) })}
              onDelete={() => act.mutate({ run: () => body(api.DELETE('/api/one-time-tokens/{id}', at(token))), done: t('dropped') })}
            />
          ),
        }}
        count={(total) => t('count', { count: total, number: number(total) })}
        empty={{ title: t('emptyTitle'), lead: t('emptyLead') }}
      />
      {adding && <NewLink onMade={() => void refresh()} onClose={() => setAdding(false)} />}
    </>
  );
}

function useColumns() {
  const { t } = useTranslation('one-time-token');
  const { relative, full, date } = useFormat();
  return [
    { id: 'email', header: t('email'), cell: ({ email }: Token) => <span className="strong any">{email}</span> },
    { id: 'status', header: t('status'), cell: ({ status }: Token) => <Status kind={dots[status]}>{t(`is.${status}`)}</Status> },
    {
      id: 'until',
      header: t('until'),
      optional: true,
      cell: ({ status, expiresAt }: Token) => <span className="sub" title={full(expiresAt)}>{status === 'active' ? relative(expiresAt) : date(expiresAt)}</span>,
    },
    { id: 'created', header: t('created'), optional: true, cell: ({ createdAt }: Token) => <span className="sub" title={full(createdAt)}>{relative(createdAt)}</span> },
  ];
}

function RowMenu({ token, onRevoke, onDelete }: { token: Token; onRevoke: () => void; onDelete: () => void }) {
  const { t } = useTranslation('one-time-token');
  const { copy } = useClipboard();
  return (
    <>
      {token.status === 'active' && (
        <>
          <Menu.Item
            onClick={() => {
              copy(token.token);
              toast(t('tokenCopied'));
            }}
          >
            {t('copyToken')}
          </Menu.Item>
          <Menu.Item onClick={onRevoke}>{t('revoke')}</Menu.Item>
        </>
      )}
      <Menu.Item color="red" onClick={onDelete}>
        {t('frame:act.delete')}
      </Menu.Item>
    </>
  );
}

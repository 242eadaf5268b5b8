import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { nameOf, type User } from '@/features/user/user';
import { Avatar } from '@/parts/Avatar';
import { DataTable } from '@/parts/list/DataTable';
import { PickDialog } from '@/parts/PickDialog';

const step = 25;

/** People by name, some of whom are added and taken away; only those that are shown are asked for. */
export function People({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const path = useTenantPath();
  const [shown, setShown] = useState(step);
  const [adding, setAdding] = useState(false);
  const known = useQueries({
    queries: ids.slice(0, shown).map((id) => ({
      queryKey: [tenantId, 'user', id],
      queryFn: () => body(api.GET('/api/users/{id}', { params: { path: { id } } })) as unknown as Promise<User>,
    })),
  });
  const people = known.map(({ data }, index) => ({ id: ids[index]!, user: data }));
  const titleOf = ({ id, user }: (typeof people)[number]) => (user ? nameOf(user) : id);
  return (
    <>
      {ids.length === 0 ? (
        <p className="sub">{t('access.noPeople')}</p>
      ) : (
        <DataTable
          label={t('access.people')}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              header: t('column.name'),
              cell: (one) => (
                <span className="who">
                  <Avatar id={one.id} name={titleOf(one)} picture={one.user?.avatar} />
                  <Link to={path(`users/${one.id}`)}>{titleOf(one)}</Link>
                </span>
              ),
            },
            {
              id: 'remove',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (one) => (
                <Button size="xs" variant="subtle" aria-label={t('access.removeWhat', { name: titleOf(one) })} onClick={() => onChange(ids.filter((id) => id !== one.id))}>
                  {t('frame:act.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <p className="row">
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {t('access.addPeople')}
        </Button>
        {ids.length > shown && (
          <Button size="xs" variant="subtle" onClick={() => setShown(shown + step)}>
            {t('access.more', { count: ids.length - shown })}
          </Button>
        )}
      </p>
      {adding && (
        <PickDialog<User>
          title={t('access.addPeople')}
          search={t('access.search')}
          nothing={t('access.nothingMore')}
          confirm={(count) => t('access.add', { count })}
          queryKey={['users', 'access']}
          find={(text, signal) => rows(api.GET('/api/users', { params: query({ page: 1, page_size: 20, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<User>>}
          rowKey={({ id }) => id}
          row={(user) => (
            <span>
              <span className="strong">{nameOf(user)}</span> <span className="sub">{user.primaryEmail}</span>
            </span>
          )}
          onPick={async (picked, users) => {
            users.forEach((user) => queries.setQueryData([tenantId, 'user', user.id], (before: User | undefined) => before ?? user));
            onChange([...new Set([...ids, ...picked])]);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

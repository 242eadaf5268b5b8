import { Menu } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { toast } from '@/parts/Toasts';
import { ScopeForm } from './ScopeForm';
import { Tabs } from './Tabs';
import type { OrganizationScope } from './template';

/** What roles of organizations can hold. */
export default function ScopeList() {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const list = useList();
  const key = [id, 'organization-scopes'];
  const [writing, setWriting] = useState<Partial<OrganizationScope>>();
  const [ending, setEnding] = useState<OrganizationScope>();
  const found = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/organization-scopes', { params: query({ page: list.page, page_size: list.size, q: list.search }), signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<OrganizationScope>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton onClick={() => setWriting({})}>{t('createPermission')}</AddButton>}
        nav={<Tabs />}
        list={list}
        query={found}
        search={t('searchPermissions')}
        rowKey={(scope) => scope.id}
        columns={[
          { id: 'name', header: t('name'), cell: ({ name }) => <code>{name}</code> },
          { id: 'description', header: t('description'), cell: ({ description }) => <span className="sub">{description}</span> },
        ]}
        menu={{
          label: ({ name }) => t('actionsOf', { name }),
          items: (scope) => (
            <>
              <Menu.Item onClick={() => setWriting(scope)}>{t('frame:act.edit')}</Menu.Item>
              <Menu.Item color="red" onClick={() => setEnding(scope)}>
                {t('frame:act.delete')}…
              </Menu.Item>
            </>
          ),
        }}
        count={(total) => t('permissionCount', { count: total })}
        empty={{ title: t('emptyPermissions.title'), lead: t('emptyPermissions.lead') }}
      />
      {writing && <ScopeForm scope={writing} onClose={() => setWriting(undefined)} />}
      {ending && (
        <ConfirmDialog
          title={t('deletePermission', { name: ending.name })}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/organization-scopes/{id}', { params: { path: { id: ending.id } } }));
            await queries.invalidateQueries({ queryKey: key });
            toast(t('permissionDeleted'));
          }}
        >
          {t('permissionLead')}
        </ConfirmDialog>
      )}
    </>
  );
}

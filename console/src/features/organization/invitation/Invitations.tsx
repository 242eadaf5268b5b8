import { Button, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/icons/IconDots';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { toast } from '@/parts/Toasts';
import type { Invitation, Organization } from '../organization';
import { OrganizationFrame, OrganizationHead } from '../OrganizationFrame';
import { Invite } from './Invite';
import { Resend } from './Resend';

/** Who is asked to join an organization, and what became of it. */
export default function Invitations() {
  return (
    <OrganizationFrame>
      {(organization) => (
        <OrganizationHead organization={organization}>
          <Invited organization={organization} />
        </OrganizationHead>
      )}
    </OrganizationFrame>
  );
}

const kinds = { Pending: 'warn', Accepted: 'ok', Expired: 'idle', Revoked: 'idle' } as const;
const step = 50;

function Invited({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  const { id, api } = useTenant();
  const { relative, date } = useFormat();
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [resending, setResending] = useState<Invitation>();
  const [shown, setShown] = useState(step);
  const key = [id, 'organization', organization.id, 'invitations'];
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/organization-invitations', { params: query({ organizationId: organization.id }), signal })) });
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: (_, { done }) => {
      toast(done);
      return queries.invalidateQueries({ queryKey: key });
    },
  });
  const at = (invitation: Invitation) => ({ params: { path: { id: invitation.id } } });
  return (
    <>
      <ListHead lead={t('invitationsLead')}>
        <AddButton onClick={() => setInviting(true)}>{t('invite')}</AddButton>
      </ListHead>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {act.isError && <ErrorPanel error={act.error} />}
      {found.data?.length === 0 ? (
        <p className="empty sub">{t('noInvitations')}</p>
      ) : (
        <DataTable<Invitation>
          label={t('tabs.invitations')}
          rows={found.data?.slice(0, shown)}
          rowKey={(each) => each.id}
          busy={found.isFetching}
          columns={[
            { id: 'invitee', header: t('email'), cell: ({ invitee }) => <span className="strong any">{invitee}</span> },
            { id: 'roles', header: t('roles'), optional: true, cell: ({ organizationRoles }) => <span className="sub">{organizationRoles.map(({ name }) => name).join(', ')}</span> },
            { id: 'status', header: t('status'), cell: ({ status }) => <Status kind={kinds[status]}>{t(`is.${status}`)}</Status> },
            { id: 'until', header: t('until'), optional: true, cell: ({ status, expiresAt }) => <span className="sub">{status === 'Pending' ? relative(expiresAt) : date(expiresAt)}</span> },
            {
              id: 'menu',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (each) => (
                <Menu>
                  <Menu.Target>
                    <button className="ib s" type="button" aria-label={t('actionsOf', { email: each.invitee })}>
                      <IconDots size={16} stroke={1.75} aria-hidden />
                    </button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {each.status === 'Pending' && (
                      <>
                        <Menu.Item onClick={() => setResending(each)}>{t('resend')}</Menu.Item>
                        <Menu.Item onClick={() => act.mutate({ run: () => body(api.PUT('/api/organization-invitations/{id}/status', { ...at(each), body: { status: 'Revoked' } })), done: t('revoked', { email: each.invitee }) })}>{t('revoke')}</Menu.Item>
                      </>
                    )}
                    <Menu.Item color="red" onClick={() => act.mutate({ run: () => body(api.DELETE('/api/organization-invitations/{id}', at(each))), done: t('dropped') })}>
                      {t('frame:act.delete')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              ),
            },
          ]}
        />
      )}
      {found.data && found.data.length > shown && (
        <p>
          <Button size="xs" variant="subtle" onClick={() => setShown(shown + step)}>
            {t('frame:list.more', { count: found.data.length - shown })}
          </Button>
        </p>
      )}
      {resending && (
        <Resend
          invitation={resending}
          onClose={() => setResending(undefined)}
          onDone={() => {
            setResending(undefined);
            toast(t('resent', { email: resending.invitee }));
          }}
        />
      )}
      {inviting && (
        <Invite
          organizationId={organization.id}
          onClose={() => setInviting(false)}
          onDone={(email) => {
            setInviting(false);
            toast(t('invited', { email }));
            void queries.invalidateQueries({ queryKey: key });
          }}
        />
      )}
    </>
  );
}

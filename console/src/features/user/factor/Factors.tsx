import { Button } from '@mantine/core';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';
import { deviceOf } from '../device';
import type { User } from '../user';
import { Choice } from './Choice';
import { MadeFactor, type Made } from './MadeFactor';

type Factor = Row<'/api/users/{id}/mfa-verifications'>;

/** What a person shows at the second step; lost ones are deleted, and some made here. */
export function Factors({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const key = [id, 'user', user.id, 'factors'];
  const params = { path: { id: user.id } };
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/users/{id}/mfa-verifications', { params, signal })) });
  const [made, setMade] = useState<Made>();
  const [ending, setEnding] = useState<Factor>();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const make = useMutation({
    mutationFn: (type: Made['type']) => body(api.POST('/api/users/{id}/mfa-verifications', { params, body: { type } })) as Promise<Made>,
    onSuccess: (answer) => {
      setMade(answer);
      return refresh();
    },
  });
  const nameOf = useNames();
  const has = (...types: Factor['type'][]) => found.data?.some(({ type, remainCodes }) => types.includes(type) && remainCodes !== 0);
  return (
    <Section title={t('factors.title')} lead={t('factors.lead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 ? <p className="sub">{t('factors.none')}</p> : <Table factors={found.data} busy={found.isFetching} nameOf={nameOf} onDelete={setEnding} />}
      {make.isError && <ErrorPanel error={make.error} />}
      {found.data && (
        <p className="row">
          {!has('Totp') && (
            <Button size="xs" loading={make.isPending && make.variables === 'Totp'} onClick={() => make.mutate('Totp')}>
              {t('factors.addTotp')}
            </Button>
          )}
          {has('Totp', 'WebAuthn') && !has('BackupCode') && (
            <Button size="xs" loading={make.isPending && make.variables === 'BackupCode'} onClick={() => make.mutate('BackupCode')}>
              {t('factors.addCodes')}
            </Button>
          )}
        </p>
      )}
      <Choice user={user} />
      {made && <MadeFactor user={user} made={made} onClose={() => setMade(undefined)} />}
      {ending && (
        <ConfirmDialog
          title={t('factors.question', { factor: nameOf(ending) })}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/users/{id}/mfa-verifications/{verificationId}', { params: { path: { id: user.id, verificationId: ending.id } } }));
            await refresh();
            toast(t('factors.deleted'));
          }}
        >
          {t('factors.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Table({ factors, busy, nameOf, onDelete }: { factors: Factor[] | undefined; busy: boolean; nameOf: (factor: Factor) => string; onDelete: (factor: Factor) => void }) {
  const { t } = useTranslation('user');
  return (
    <DataTable
      label={t('factors.title')}
      rows={factors}
      rowKey={({ id }) => id}
      busy={busy}
      columns={[
        {
          id: 'factor',
          header: t('factors.factor'),
          cell: (factor) => (
            <>
              <span className="strong">{nameOf(factor)}</span> <Told factor={factor} />
            </>
          ),
        },
        { id: 'added', header: t('factors.added'), optional: true, cell: ({ createdAt }) => <When at={createdAt} /> },
        { id: 'used', header: t('factors.used'), optional: true, cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
        {
          id: 'end',
          header: t('frame:list.actions'),
          hidden: true,
          end: true,
          cell: (factor) => (
            <button className="ib s" type="button" aria-label={t('factors.delete', { factor: nameOf(factor) })} onClick={() => onDelete(factor)}>
              <IconTrash size={16} stroke={1.75} aria-hidden />
            </button>
          ),
        },
      ]}
    />
  );
}

/** How a factor is called: as the person named it, or by its kind. */
function useNames() {
  const { t } = useTranslation('user');
  return ({ type, name }: Factor) => name ?? t(`factors.is.${type}`);
}

/** What tells it from others of its kind. */
function Told({ factor: { type, agent, name, remainCodes } }: { factor: Factor }) {
  const { t } = useTranslation('user');
  if (type === 'BackupCode') return <span className="sub">{t('factors.left', { count: remainCodes ?? 0 })}</span>;
  if (type !== 'WebAuthn') return null;
  return <span className="sub">{[name && t('factors.is.WebAuthn'), agent && deviceOf(agent)].filter(Boolean).join(' · ')}</span>;
}

function When({ at }: { at: string | undefined }) {
  const { relative, full } = useFormat();
  if (!at) return <span className="sub">–</span>;
  const date = new Date(at);
  return (
    <time className="sub" dateTime={at} title={full(date)}>
      {relative(date)}
    </time>
  );
}

import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { SecretField } from '@/parts/Copy';
import { Section, Status } from '@/parts/DetailsPage';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';

const day = 86_400_000;
const lives = ['30', '90', '365', 'never'] as const;

/** The personal access tokens of a person: for scripts, which exchange them for access tokens. */
export function Tokens({ userId }: { userId: string }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const key = [id, 'user', userId, 'personal-access-tokens'];
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/users/{id}/personal-access-tokens', { params: { path: { id: userId } }, signal })) });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 ? (
        <p className="sub">{t('tokens.none')}</p>
      ) : (
        <DataTable
          label={t('tokens.title')}
          rows={found.data}
          rowKey={({ name }) => name}
          columns={[
            { id: 'name', header: t('name'), cell: ({ name }) => <span className="strong">{name}</span> },
            { id: 'value', header: t('tokens.token'), cell: ({ name, value }) => <SecretField value={value} what={`${t('tokens.token')} ${name}`} /> },
            {
              id: 'expires',
              header: t('until'),
              optional: true,
              cell: ({ expiresAt }) => {
                if (expiresAt === null) return <span className="sub">{t('frame:state.never')}</span>;
                return expiresAt < Date.now() ? <Status kind="idle">{date(expiresAt)}</Status> : <span className="sub">{date(expiresAt)}</span>;
              },
            },
            {
              id: 'end',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: ({ name }) => (
                <button className="ib s" type="button" aria-label={t('tokens.delete', { name })} onClick={() => setEnding(name)}>
                  <IconTrash size={16} stroke={1.75} aria-hidden />
                </button>
              ),
            },
          ]}
        />
      )}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {t('tokens.add')}
        </Button>
      </p>
      {adding && (
        <AddToken
          userId={userId}
          taken={found.data?.map(({ name }) => name) ?? []}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            toast(t('tokens.added'));
            void refresh();
          }}
        />
      )}
      {ending !== undefined && (
        <ConfirmDialog
          title={t('tokens.question', { name: ending })}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.POST('/api/users/{id}/personal-access-tokens/delete', { params: { path: { id: userId } }, body: { name: ending } }));
            await refresh();
            toast(t('tokens.deleted'));
          }}
        >
          {t('tokens.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function AddToken({ userId, taken, onClose, onDone }: { userId: string; taken: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('user');
  const { api } = useTenant();
  const [name, setName] = useState('');
  const [life, setLife] = useState<(typeof lives)[number]>('90');
  const [asked, setAsked] = useState(false);
  const wrong = name.trim() ? taken.includes(name.trim()) && t('tokens.taken') : asked && t('tokens.nameMissing');
  const add = useMutation({
    mutationFn: () =>
      body(api.POST('/api/users/{id}/personal-access-tokens', { params: { path: { id: userId } }, body: { name: name.trim(), expiresAt: life === 'never' ? null : Date.now() + Number(life) * day } })),
    onSuccess: onDone,
  });
  return (
    <Dialog onClose={onClose} title={t('tokens.add')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && !taken.includes(name.trim())) add.mutate();
        }}
      >
        <TextInput data-autofocus label={t('name')} description={t('tokens.nameHint')} maxLength={256} value={name} error={wrong} onChange={(event) => setName(event.currentTarget.value)} />
        <Field label={t('until')}>
          <select value={life} onChange={(event) => setLife(event.currentTarget.value as (typeof lives)[number])}>
            {lives.map((each) => (
              <option key={each} value={each}>
                {each === 'never' ? t('frame:state.never') : t('tokens.days', { count: Number(each) })}
              </option>
            ))}
          </select>
        </Field>
        {add.isError && <ErrorPanel error={add.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {t('tokens.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

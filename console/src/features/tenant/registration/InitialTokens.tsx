import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Section, Status } from '@/parts/DetailsPage';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { DataTable } from '@/parts/list/DataTable';
import { useList } from '@/parts/list/list';
import { Pager } from '@/parts/list/Pager';
import { ShownOnce } from '@/parts/ShownOnce';
import { toast } from '@/parts/Toasts';

type Token = Row<'/api/configs/oidc/registration/initial-access-tokens'>;

const day = 86_400_000;
const lives = ['7', '30', '90', '365', 'never'] as const;

/** The tokens that let somebody register clients: made, shown once, taken back. */
export function InitialTokens() {
  const { t } = useTranslation('tenant');
  const { id, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const list = useList();
  const key = [id, 'initial-access-tokens'];
  const tokens = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/configs/oidc/registration/initial-access-tokens', { params: query(list.query), signal })),
    placeholderData: keepPreviousData,
  });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Token>();
  const [ending, setEnding] = useState<Token>();
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      {tokens.isError && <ErrorPanel error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.total === 0 ? (
        <p className="sub">{t('tokens.none')}</p>
      ) : (
        <>
          <DataTable
            label={t('tokens.title')}
            rows={tokens.data?.rows}
            rowKey={(each) => each.id}
            busy={tokens.isFetching}
            stale={tokens.isPlaceholderData}
            columns={[
              { id: 'name', header: t('tokens.name'), cell: ({ name }) => <span className="strong">{name}</span> },
              { id: 'uses', header: t('tokens.uses'), cell: (token) => <Uses of={token} /> },
              { id: 'created', header: t('keys.created'), optional: true, cell: ({ createdAt }) => <span className="sub">{date(createdAt)}</span> },
              {
                id: 'end',
                header: t('frame:list.actions'),
                hidden: true,
                end: true,
                cell: (token) => (
                  <button className="ib s" type="button" aria-label={t('tokens.delete', { name: token.name })} onClick={() => setEnding(token)}>
                    <IconTrash size={16} stroke={1.75} aria-hidden />
                  </button>
                ),
              },
            ]}
          />
          {tokens.data && <Pager list={list} total={tokens.data.total} text={t('tokens.count', { count: tokens.data.total })} />}
        </>
      )}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {t('tokens.add')}
        </Button>
      </p>
      {adding && (
        <AddToken
          onClose={() => setAdding(false)}
          onMade={(token) => {
            setAdding(false);
            setMade(token);
            void queries.invalidateQueries({ queryKey: key });
          }}
        />
      )}
      {made && (
        <ShownOnce title={t('tokens.made')} what={t('tokens.token')} value={made.token ?? ''} warning={t('tokens.notCopied')} onClose={() => setMade(undefined)}>
          {t('tokens.once')}
        </ShownOnce>
      )}
      {ending && (
        <ConfirmDialog
          title={t('tokens.question', { name: ending.name })}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/configs/oidc/registration/initial-access-tokens/{id}', { params: { path: { id: ending.id } } }));
            await queries.invalidateQueries({ queryKey: key });
            toast(t('tokens.deleted'));
          }}
        >
          {t('tokens.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** How often a token is still good, and until when. */
function Uses({ of: { usesLeft, expiresAt } }: { of: Token }) {
  const { t } = useTranslation('tenant');
  const { date, relative } = useFormat();
  if (expiresAt != null && expiresAt < Date.now()) return <Status kind="idle">{t('tokens.expired', { when: date(expiresAt) })}</Status>;
  if (usesLeft === 0) return <Status kind="idle">{t('tokens.used')}</Status>;
  return (
    <>
      <Status kind="ok">{usesLeft == null ? t('tokens.anyNumber') : t('tokens.left', { count: usesLeft })}</Status>
      {expiresAt != null && <span className="hint block">{t('tokens.expires', { when: relative(expiresAt) })}</span>}
    </>
  );
}

const badUses = (uses: string) => uses.trim() !== '' && !(/^\d+$/.test(uses.trim()) && Number(uses) >= 1 && Number(uses) <= 1_000_000);

function AddToken({ onClose, onMade }: { onClose: () => void; onMade: (token: Token) => void }) {
  const { t } = useTranslation('tenant');
  const { api } = useTenant();
  const [name, setName] = useState('');
  const [uses, setUses] = useState('1');
  const [life, setLife] = useState<(typeof lives)[number]>('30');
  const [asked, setAsked] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/configs/oidc/registration/initial-access-tokens', {
          body: { name: name.trim(), uses: uses.trim() ? Number(uses) : null, expiresAt: life === 'never' ? null : Date.now() + Number(life) * day },
        }),
      ),
    onSuccess: onMade,
  });
  return (
    <Dialog onClose={onClose} title={t('tokens.add')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && !badUses(uses)) add.mutate();
        }}
      >
        <TextInput data-autofocus label={t('tokens.name')} description={t('tokens.nameHint')} maxLength={256} value={name} error={asked && !name.trim() && t('tokens.nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('tokens.howOften')} description={t('tokens.howOftenHint')} inputMode="numeric" value={uses} error={badUses(uses) && t('tokens.badUses')} onChange={(event) => setUses(event.currentTarget.value)} />
        <Field label={t('tokens.until')}>
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
            {t('tokens.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

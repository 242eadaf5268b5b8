import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useApi, useTenant } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { useList } from '@/parts/list/list';
import { Pager } from '@/parts/list/Pager';
import { ShownOnce } from '@/parts/ShownOnce';
import { NewToken } from '@/parts/token/NewToken';
import { TokenSection } from '@/parts/token/TokenSection';

type Token = Row<'/api/configs/oidc/registration/initial-access-tokens'>;

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
  const [made, setMade] = useState<Token>();
  return (
    <>
      <TokenSection<Token>
        title={t('tokens.title')}
        lead={t('tokens.lead')}
        none={t('tokens.none')}
        add={t('tokens.add')}
        tokens={tokens.data?.rows}
        error={tokens.error}
        onRetry={() => void tokens.refetch()}
        busy={tokens.isFetching}
        stale={tokens.isPlaceholderData}
        nameHeader={t('tokens.name')}
        rowKey={(token) => token.id}
        nameOf={({ name }) => name}
        columns={[
          { id: 'uses', header: t('tokens.uses'), cell: (token) => <Uses of={token} /> },
          { id: 'created', header: t('keys.created'), optional: true, cell: ({ createdAt }) => <span className="sub">{date(createdAt)}</span> },
        ]}
        pager={tokens.data && <Pager list={list} total={tokens.data.total} text={t('tokens.count', { count: tokens.data.total })} />}
        ending={{ label: (name) => t('tokens.delete', { name }), question: (name) => t('tokens.question', { name }), consequence: t('tokens.consequence'), done: t('tokens.deleted') }}
        onEnd={async (token) => {
          await body(api.DELETE('/api/configs/oidc/registration/initial-access-tokens/{id}', { params: { path: { id: token.id } } }));
          await queries.invalidateQueries({ queryKey: key });
        }}
        adding={(close) => (
          <AddToken
            onClose={close}
            onMade={(token) => {
              close();
              setMade(token);
              void queries.invalidateQueries({ queryKey: key });
            }}
          />
        )}
      />
      {made && (
        <ShownOnce title={t('tokens.made')} what={t('tokens.token')} value={made.token ?? ''} warning={t('tokens.notCopied')} onClose={() => setMade(undefined)}>
          {t('tokens.once')}
        </ShownOnce>
      )}
    </>
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
  const api = useApi();
  const [uses, setUses] = useState('1');
  return (
    <NewToken
      title={t('tokens.add')}
      submit={t('tokens.make')}
      name={{ label: t('tokens.name'), hint: t('tokens.nameHint'), missing: t('tokens.nameMissing') }}
      until={{ label: t('tokens.until'), days: (count) => t('tokens.days', { count }), lives: [7, 30, 90, 365], usual: 30 }}
      invalid={badUses(uses)}
      make={(name, expiresAt) => body(api.POST('/api/configs/oidc/registration/initial-access-tokens', { body: { name, uses: uses.trim() ? Number(uses) : null, expiresAt } }))}
      onMade={onMade}
      onClose={onClose}
    >
      <TextInput label={t('tokens.howOften')} description={t('tokens.howOftenHint')} inputMode="numeric" value={uses} error={badUses(uses) && t('tokens.badUses')} onChange={(event) => setUses(event.currentTarget.value)} />
    </NewToken>
  );
}

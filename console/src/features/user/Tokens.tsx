import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { SecretField } from '@/parts/Copy';
import { Status } from '@/parts/DetailsPage';
import { toast } from '@/parts/Toasts';
import { NewToken } from '@/parts/token/NewToken';
import { TokenSection } from '@/parts/token/TokenSection';

/** The personal access tokens of a person: for scripts, which exchange them for access tokens. */
export function Tokens({ userId }: { userId: string }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const key = [id, 'user', userId, 'personal-access-tokens'];
  const params = { path: { id: userId } };
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/users/{id}/personal-access-tokens', { params, signal })) });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const isTaken = (name: string) => found.data?.some((token) => token.name === name);
  return (
    <TokenSection
      title={t('tokens.title')}
      lead={t('tokens.lead')}
      none={t('tokens.none')}
      add={t('tokens.add')}
      tokens={found.data}
      error={found.error}
      onRetry={() => void found.refetch()}
      nameHeader={t('name')}
      rowKey={({ name }) => name}
      nameOf={({ name }) => name}
      columns={[
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
      ]}
      ending={{ label: (name) => t('tokens.delete', { name }), question: (name) => t('tokens.question', { name }), consequence: t('tokens.consequence'), done: t('tokens.deleted') }}
      onEnd={async ({ name }) => {
        await body(api.POST('/api/users/{id}/personal-access-tokens/delete', { params, body: { name } }));
        await refresh();
      }}
      adding={(close) => (
        <NewToken
          title={t('tokens.add')}
          submit={t('tokens.add')}
          name={{ label: t('name'), hint: t('tokens.nameHint'), missing: t('tokens.nameMissing'), taken: (name) => (isTaken(name) ? t('tokens.taken') : undefined) }}
          until={{ label: t('until'), days: (count) => t('tokens.days', { count }), lives: [30, 90, 365], usual: 90 }}
          make={(name, expiresAt) => body(api.POST('/api/users/{id}/personal-access-tokens', { params, body: { name, expiresAt } }))}
          onMade={() => {
            close();
            toast(t('tokens.added'));
            void refresh();
          }}
          onClose={close}
        />
      )}
    />
  );
}
